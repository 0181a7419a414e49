'use client';

import { useCallback, useMemo, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';

const none: ReadonlySet<string> = new Set();

/** The selected segments, kept across pages and searches. Deleted segments don't count. */
export function useSelection(segments: readonly Segment[]) {
  const [chosen, setChosen] = useState(none);
  const selected = useMemo(() => {
    if (chosen.size === 0) return none;
    return new Set(segments.map(({ id }) => id).filter((id) => chosen.has(id)));
  }, [chosen, segments]);
  const select = useCallback((ids: readonly string[], on: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) on ? after.add(id) : after.delete(id);
      return after;
    });
  }, []);
  const clear = useCallback(() => setChosen(none), []);
  return { selected, select, clear };
}
