'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { serializeView, type View } from '@/lib/segments/view.ts';

// Safari allows 100 changes of the address in 30 s; typing must not use them up.
const settleMs = 300;

/**
 * The view, which the address follows. Anything but turning a page leads back to the first.
 * @param initial what the server read from the address
 */
export function useView(initial: View): [View, (change: Partial<View>) => void] {
  const [view, setView] = useState(initial);
  const written = useRef(initial);
  useEffect(() => {
    if (view === written.current) return;
    const timer = setTimeout(() => {
      written.current = view;
      window.history.replaceState(null, '', window.location.pathname + serializeView(view));
    }, settleMs);
    return () => clearTimeout(timer);
  }, [view]);
  const change = useCallback(
    (changed: Partial<View>) => setView((before) => ({ ...before, page: 1, ...changed })),
    [],
  );
  return [view, change];
}
