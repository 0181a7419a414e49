'use client';

import { useCallback, useEffect, useMemo } from 'react';
import { parsePage, serializePage } from '@/lib/screens/query.ts';
import type { FirstShoppers } from '@/lib/shoppers/first-shoppers.ts';
import { useCustomerGroups } from '../customers/use-customer-groups.ts';
import { useJob } from '../jobs/use-job.ts';
import { useAddress } from '../shell/use-address.ts';
import { useFound } from './use-found.ts';
import type { ReportGone } from './use-gone-report.ts';
import { useRemoval } from './use-removal.ts';
import { useRemoveAll } from './use-remove-all.ts';
import { useShopperSelection } from './use-shopper-selection.ts';
import { useShoppers } from './use-shoppers.ts';

const address = { read: parsePage, write: serializePage };

interface Options {
  segmentId: string;
  /** The number of the page that the server read from the address, from 1. */
  initialPage: number;
  first: FirstShoppers | undefined;
  reportGone: ReportGone;
}

/** The shoppers of a segment on the screen, and the actions on them. */
export function useShoppersState({ segmentId, initialPage, first, reportGone }: Options) {
  const [page, setPage] = useAddress(initialPage, address);
  const shoppers = useShoppers({ segmentId, page, first: first?.page });
  const found = useFound(segmentId, shoppers.removals);
  const { data: groups } = useCustomerGroups(first?.groups);
  const groupNames = useMemo(() => new Map(groups?.map(({ id, name }) => [id, name])), [groups]);
  const selection = useShopperSelection();
  const job = useJob();
  const { drop } = selection;
  const { retry: searchAgain } = found.search;
  const onRemoved = useCallback(
    (profileIds: readonly string[]) => {
      drop(profileIds);
      searchAgain();
    },
    [drop, searchAgain],
  );
  const { remove, work } = useRemoval({ segmentId, shoppers, job, reportGone, onRemoved });
  const removeAll = useRemoveAll({
    segmentId,
    job,
    reportGone,
    work,
    onChanged: shoppers.refresh,
  });

  // If all shoppers of the last page are removed, the page before it becomes the last.
  const { isPageLoading, shownPage } = shoppers;
  const lastPage = Math.max(1, shownPage?.pages ?? page);
  useEffect(() => {
    if (!isPageLoading && page > lastPage) setPage(lastPage);
  }, [isPageLoading, page, lastPage, setPage]);

  return { page, setPage, shoppers, found, groupNames, selection, job, remove, removeAll };
}

export type ShoppersState = ReturnType<typeof useShoppersState>;
