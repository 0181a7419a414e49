'use client';

import { useEffect, useReducer, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { SEGMENTS_PER_COUNT } from '@/lib/limits/limits.ts';
import { dueIds, type ShopperCount } from '../shoppers/shopper-counts.ts';
import { useReadCounts, useShopperCounts } from '../shoppers/use-shopper-counts.ts';

const stillMs = 400;
const lookAgainMs = 60_000;

/**
 * The counts for the rows on the screen, read once the rows have stayed the same for a moment.
 * While the user types, nothing is read and no new count is shown.
 */
export function useVisibleCounts(
  rows: readonly Segment[] | undefined,
): ReadonlyMap<string, ShopperCount> {
  const counts = useShopperCounts();
  const readCounts = useReadCounts();
  const [stillRows, setStillRows] = useState<readonly Segment[]>();
  const [looks, look] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const timer = setTimeout(() => setStillRows(rows), stillMs);
    return () => clearTimeout(timer);
  }, [rows]);
  useEffect(() => {
    const timer = setInterval(look, lookAgainMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  const isStill = rows !== undefined && rows === stillRows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look checks for stale counts
  useEffect(() => {
    if (!isStill || document.hidden) return;
    const ids = rows.map(({ id }) => id);
    const due = dueIds(counts, ids).slice(0, SEGMENTS_PER_COUNT);
    if (due.length > 0) readCounts(due);
  }, [isStill, rows, counts, readCounts, looks]);

  const { known } = counts;
  const [shown, setShown] = useState(known);
  if (isStill && shown !== known) setShown(known);
  return shown;
}
