'use client';

import { useEffect, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { SEGMENTS_PER_COUNT } from '@/lib/limits/limits.ts';
import type { ShopperCount } from '../shoppers/shopper-counts.ts';
import { useReadCounts } from '../shoppers/use-read-counts.ts';
import { useShopperCounts } from '../shoppers/use-shopper-counts.ts';

const stillMs = 400;
const lookAgainMs = 60_000;

/**
 * The counts for the rows on the screen, read as soon as the rows have been still for a moment: while
 * somebody types, nothing is asked for and nothing that comes in is shown.
 */
export function useVisibleCounts(
  rows: readonly Segment[] | undefined,
): ReadonlyMap<string, ShopperCount> {
  const counts = useShopperCounts();
  const readCounts = useReadCounts();
  const [shown, setShown] = useState(counts.known);

  useEffect(() => {
    if (!rows) return;
    const ids = rows.map(({ id }) => id);
    const look = () => {
      setShown(counts.known);
      const due = document.hidden ? [] : counts.due(ids).slice(0, SEGMENTS_PER_COUNT);
      if (due.length > 0) readCounts(due);
    };
    let stop = () => {};
    const timer = setTimeout(() => {
      const unsubscribe = counts.subscribe(look);
      const timer = setInterval(look, lookAgainMs);
      document.addEventListener('visibilitychange', look);
      stop = () => {
        unsubscribe();
        clearInterval(timer);
        document.removeEventListener('visibilitychange', look);
      };
      look();
    }, stillMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [rows, counts, readCounts]);
  return shown;
}
