'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { defaultListQuery, type SortOrder } from '@/lib/segments/list-query.ts';
import { columnOf, type Sizes } from '@/lib/segments/sort.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { pause } from '../jobs/pause.ts';
import { useJob } from '../jobs/use-job.ts';
import { staleIds } from '../segments/known-counts.ts';
import { useReadCounts, useShopperCountsAccess } from '../segments/use-shopper-counts.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { countAll, sizesOf } from './count-all.ts';

/**
 * Sorts by the number of shoppers after counting those of all segments, which may take a while; by
 * other columns at once.
 * @param sort the order in the address, which may be by shoppers before they have been counted
 */
export function useShopperSort(
  segments: readonly Segment[] | undefined,
  sort: SortOrder,
  onSort: (sort: SortOrder) => void,
) {
  const t = useTranslations('segments.shoppers');
  const failureMessage = useFailureMessage();
  const showAlert = useAlert();
  const { get: getCounts } = useShopperCountsAccess();
  const read = useReadCounts();
  const { run, cancel: cancelJob, progress } = useJob();
  const stop = useRef(new AbortController());
  const [sizes, setSizes] = useState<Sizes | undefined>(() => {
    const ids = segments?.map(({ id }) => id);
    const counts = getCounts();
    return ids && staleIds(counts, ids).length === 0 ? sizesOf(ids, counts) : undefined;
  });
  const needsCounts = columnOf(sort) === 'shoppers' && !sizes;

  const cancel = useCallback(() => {
    stop.current.abort();
    cancelJob();
  }, [cancelJob]);

  const sortBy = useCallback(
    async (order: SortOrder) => {
      cancel();
      if (columnOf(order) !== 'shoppers' || !segments) return onSort(order);
      const ids = segments.map(({ id }) => id);
      stop.current = new AbortController();
      const { signal } = stop.current;
      const wait = (seconds: number) => pause(seconds * 1_000, signal);
      const counted = await run(ids.length, (control) =>
        countAll(ids, { ...control, counts: getCounts(), read, wait }),
      );
      if (counted.status === 'counted') {
        const { missing } = counted;
        setSizes(counted.sizes);
        onSort(order);
        if (missing > 0) showAlert({ type: 'warning', text: t('missing', { count: missing }) });
        return;
      }
      if (needsCounts) onSort(defaultListQuery.sort);
      if (counted.status === 'failed' && counted.failure.code !== 'session-ended') {
        const what = counted.failure.code === 'not-permitted' ? t('notPermitted') : undefined;
        const reason = failureMessage(counted.failure, what);
        showAlert({ type: 'error', text: t('notSorted', { reason }) });
      }
    },
    [segments, needsCounts, onSort, cancel, run, getCounts, read, showAlert, t, failureMessage],
  );

  const hasBegun = useRef(false);
  useEffect(() => {
    if (!needsCounts || !segments || hasBegun.current) return;
    hasBegun.current = true;
    sortBy(sort);
  }, [needsCounts, segments, sort, sortBy]);

  return { sizes, sort: needsCounts ? defaultListQuery.sort : sort, sortBy, cancel, progress };
}
