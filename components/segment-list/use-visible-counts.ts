'use client';

import { useCallback, useEffect, useReducer, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { SEGMENTS_PER_COUNT } from '@/lib/limits/limits.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import type { RememberedCounts } from '../segments/count-answer.ts';
import { dueIds, type KnownCount, learnCounts } from '../segments/known-counts.ts';
import {
  useReadCounts,
  useRememberedCounts,
  useShopperCounts,
} from '../segments/use-shopper-counts.ts';

const settleMs = 400;
const checkAgainMs = 60_000;

interface VisibleCounts {
  /** By segment id. */
  known: ReadonlyMap<string, KnownCount>;
  /** Why BigCommerce lets the app count nothing. */
  refusal: ClientFailure | undefined;
  /** Counts the rows on the screen again after a refusal. */
  retry: () => void;
}

/**
 * The counts for the rows on the screen, read once the rows have stayed the same for a moment.
 * While the user types, nothing is read and no new count is shown.
 * @param first the counts that came with the page
 */
export function useVisibleCounts(
  rows: readonly Segment[] | undefined,
  first: RememberedCounts | undefined,
): VisibleCounts {
  const counts = useShopperCounts();
  useRememberedCounts(first);
  const readCounts = useReadCounts();
  const [settledRows, setSettledRows] = useState<readonly Segment[]>();
  const [checks, check] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const timer = setTimeout(() => setSettledRows(rows), settleMs);
    return () => clearTimeout(timer);
  }, [rows]);
  useEffect(() => {
    const timer = setInterval(check, checkAgainMs);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
    };
  }, []);

  const isSettled = rows !== undefined && rows === settledRows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check may find stale counts
  useEffect(() => {
    if (!isSettled || document.hidden) return;
    const ids = rows.map(({ id }) => id);
    const due = dueIds(counts, ids).slice(0, SEGMENTS_PER_COUNT);
    if (due.length > 0) readCounts(due);
  }, [isSettled, rows, counts, readCounts, checks]);

  const { known } = counts;
  const [shown, setShown] = useState(() =>
    first ? learnCounts(counts, first.counts, first.now).known : known,
  );
  if (isSettled && shown !== known) setShown(known);
  const retry = useCallback(() => {
    readCounts(rows?.slice(0, SEGMENTS_PER_COUNT).map(({ id }) => id) ?? []);
  }, [readCounts, rows]);
  return { known: shown, refusal: counts.refusal, retry };
}
