'use client';

import { useLocale } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { FirstRows } from '@/lib/segments/first-rows.ts';
import { type SortOrder, serializeView, type View } from '@/lib/segments/view.ts';
import type { Segments } from '../segments/use-segments.ts';
import { type ListingOfAll, useListing } from './use-listing.ts';
import { useSelection } from './use-selection.ts';
import { useShopperSort } from './use-shopper-sort.ts';
import { useView } from './use-view.ts';

const noSegments: readonly Segment[] = [];

/** A segment that stands out. */
export interface PointedOut {
  id: string;
  /** Its row takes the focus if another row has it. */
  focus: boolean;
}

/** What of the list is on the screen: page, selection, highlight. */
export function useSegmentsView(
  { segments, firstRows }: Segments,
  initialView: View,
  first: FirstRows | undefined,
) {
  const locale = useLocale();
  const [view, changeView] = useView(initialView);
  const [pointedOut, setPointedOut] = useState<PointedOut>();
  const selection = useSelection(segments ?? firstRows ?? noSegments);
  const onSort = useCallback(
    (sort: SortOrder) => {
      setPointedOut(undefined);
      changeView({ sort });
    },
    [changeView],
  );
  const sorting = useShopperSort(segments, view.sort, onSort);
  const { sizes } = sorting;
  const listing = useListing(segments, view, locale, sizes);
  const shown = useMemo(() => {
    const isFirst = serializeView(view) === serializeView(initialView);
    return listing ?? (isFirst ? firstListing(first, firstRows, view) : undefined);
  }, [listing, view, initialView, first, firstRows]);

  const change = useCallback(
    (changed: Partial<View>) => {
      setPointedOut(undefined);
      changeView(changed);
    },
    [changeView],
  );

  /** Points a segment out until another view is asked for. */
  const pointOut = useCallback(
    ({ id }: Segment, { focus = false } = {}) => setPointedOut({ id, focus }),
    [],
  );
  // Goes where the segment is, even if that takes clearing the search, and along if it moves.
  const { search, limit } = view;
  useEffect(() => {
    if (!pointedOut || !segments || !listing) return;
    const isIt = ({ id }: Segment) => id === pointedOut.id;
    const index = listing.matches.findIndex(isIt);
    const page = Math.floor(index / limit) + 1;
    if (index >= 0 && page !== listing.page) changeView({ page });
    if (index < 0 && search && segments.some(isIt)) changeView({ search: '' });
  }, [pointedOut, segments, listing, search, limit, changeView]);

  const total = segments?.length ?? first?.total;
  return { view, change, sorting, pointOut, pointedOut, selection, listing: shown, total };
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
