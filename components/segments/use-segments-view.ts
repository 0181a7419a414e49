'use client';

import { useLocale } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { FirstRows } from '@/lib/segments/first-rows.ts';
import { pageWith } from '@/lib/segments/listing.ts';
import type { SortOrder, View } from '@/lib/segments/view.ts';
import { type ListingOfAll, useListing } from './use-listing.ts';
import type { Segments } from './use-segments.ts';
import { useSelection } from './use-selection.ts';
import { useShopperSort } from './use-shopper-sort.ts';
import { useView } from './use-view.ts';

const noSegments: readonly Segment[] = [];

/** What of the list is on the screen: page, selection, highlight. */
export function useSegmentsView(
  { segments, firstRows }: Segments,
  initialView: View,
  first: FirstRows | undefined,
) {
  const locale = useLocale();
  const [view, changeView] = useView(initialView);
  const [highlightedId, setHighlightedId] = useState<string>();
  const selection = useSelection(segments ?? firstRows ?? noSegments);
  const onSort = useCallback(
    (sort: SortOrder) => {
      setHighlightedId(undefined);
      changeView({ sort });
    },
    [changeView],
  );
  const sorting = useShopperSort(segments, view.sort, onSort);
  const { sizes } = sorting;
  const listing = useListing(segments, view, locale, sizes);
  const shown = useMemo(
    () => listing ?? (view === initialView ? firstListing(first, firstRows, view) : undefined),
    [listing, view, initialView, first, firstRows],
  );

  const change = useCallback(
    (changed: Partial<View>) => {
      setHighlightedId(undefined);
      changeView(changed);
    },
    [changeView],
  );

  /** Goes where the segment is, even if that takes clearing the search, and points it out. */
  const reveal = useCallback(
    ({ id }: Segment, all: readonly Segment[]) => {
      const page = pageWith(id, view, all, locale, sizes);
      const unsearched = { ...view, search: '' };
      changeView(
        page === undefined
          ? { search: '', page: pageWith(id, unsearched, all, locale, sizes) ?? 1 }
          : { page },
      );
      setHighlightedId(id);
    },
    [view, locale, sizes, changeView],
  );

  const total = segments?.length ?? first?.total;
  return { view, change, sorting, reveal, highlightedId, selection, listing: shown, total };
}

export type SegmentsView = ReturnType<typeof useSegmentsView>;

/** The server's rows as a listing, until the whole list is here. */
function firstListing(
  first: FirstRows | undefined,
  rows: readonly Segment[] | undefined,
  { page, limit }: View,
): ListingOfAll | undefined {
  if (!first || !rows) return undefined;
  const pages = Math.max(1, Math.ceil(first.found / limit));
  return { rows, matches: rows, found: first.found, page: Math.min(page, pages), pages };
}
