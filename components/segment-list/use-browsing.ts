'use client';

import { useLocale } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { FirstList } from '@/lib/segments/first-rows.ts';
import type { ListQuery, SortOrder } from '@/lib/segments/list-query.ts';
import { firstPageOf } from '@/lib/segments/listing.ts';
import type { Segments } from '../segments/use-segments.ts';
import { useFollowHighlighted, useHighlight } from './use-highlight.ts';
import type { ListQueryState } from './use-list-query.ts';
import { type ListingOfAll, useListing } from './use-listing.ts';
import { useSelection } from './use-selection.ts';
import { useShopperSort } from './use-shopper-sort.ts';

const noSegments: readonly Segment[] = [];

/** How the user browses the list: the query, its rows, the selection and the highlight. */
export function useBrowsing(
  { segments, firstRows }: Segments,
  listQuery: ListQueryState,
  first: FirstList | undefined,
) {
  const { query, isInitial, change: changeQuery } = listQuery;
  const locale = useLocale();
  const selection = useSelection(segments ?? firstRows ?? noSegments);
  const { highlighted, highlight, end: endHighlight } = useHighlight();
  /** Changes the query for the user and ends the highlight. */
  const change = useCallback(
    (changed: Partial<ListQuery>) => {
      endHighlight();
      changeQuery(changed);
    },
    [endHighlight, changeQuery],
  );
  const onSort = useCallback((sort: SortOrder) => change({ sort }), [change]);
  const sorting = useShopperSort(segments, query.sort, onSort);
  const listing = useListing(segments, query, locale, sorting.sizes);
  useFollowHighlighted(highlighted, segments, listing, listQuery);

  const shown = useMemo(
    () => listing ?? (isInitial ? firstListing(first, firstRows, query) : undefined),
    [listing, isInitial, first, firstRows, query],
  );
  const total = segments?.length ?? first?.total;
  return { query, change, listing: shown, total, sorting, selection, highlighted, highlight };
}

export type Browsing = ReturnType<typeof useBrowsing>;

/** The server's rows as a listing, until all segments have been read. */
function firstListing(
  first: FirstList | undefined,
  rows: readonly Segment[] | undefined,
  query: ListQuery,
): ListingOfAll | undefined {
  return first && rows && { ...firstPageOf(rows, first.found, query), matches: rows };
}
