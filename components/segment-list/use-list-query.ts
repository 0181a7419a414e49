'use client';

import { useCallback } from 'react';
import { parseView, serializeView, type View } from '@/lib/segments/view.ts';
import { useAddress } from '../shell/use-address.ts';

const format = { read: parseView, write: serializeView };

export interface ListQuery {
  /** The search, order and page that the address asks for. */
  query: View;
  /** Whether the server has read the same from the address. */
  isInitial: boolean;
  /** Any change but one of the page leads back to the first. */
  change: (change: Partial<View>) => void;
}

/**
 * What the address says of the list.
 * @param initial what the server read from it
 */
export function useListQuery(initial: View): ListQuery {
  const [query, setQuery] = useAddress(initial, format);
  const change = useCallback(
    (changed: Partial<View>) => setQuery((before) => ({ ...before, page: 1, ...changed })),
    [setQuery],
  );
  return { query, isInitial: serializeView(query) === serializeView(initial), change };
}
