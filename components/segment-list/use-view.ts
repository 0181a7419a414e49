'use client';

import { useCallback } from 'react';
import { parseView, serializeView, type View } from '@/lib/segments/view.ts';
import { useAddress } from '../shell/use-address.ts';

const format = { read: parseView, write: serializeView };

/**
 * The view, which the address follows. Anything but turning a page leads back to the first.
 * @param initial what the server read from the address
 */
export function useView(initial: View): [View, (change: Partial<View>) => void] {
  const [view, setView] = useAddress(initial, format);
  const change = useCallback(
    (changed: Partial<View>) => setView((before) => ({ ...before, page: 1, ...changed })),
    [setView],
  );
  return [view, change];
}
