'use client';

import { useMemo } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { ListQuery } from '@/lib/segments/list-query.ts';
import { type Listing, pageOf } from '@/lib/segments/listing.ts';
import { searchSegments } from '@/lib/segments/search.ts';
import { columnOf, type Sizes, sortSegments } from '@/lib/segments/sort.ts';

export interface ListingOfAll extends Listing {
  /** All segments that match the search, in order. */
  matches: readonly Segment[];
}

/** Sorts, searches and pages in separate steps, so that a keystroke need not sort again. */
export function useListing(
  segments: readonly Segment[] | undefined,
  query: ListQuery,
  locale: string,
  sizes: Sizes | undefined,
): ListingOfAll | undefined {
  const { search, sort, page, limit } = query;
  const relevantSizes = columnOf(sort) === 'shoppers' ? sizes : undefined;
  const sorted = useMemo(
    () => segments && sortSegments(segments, sort, locale, relevantSizes),
    [segments, sort, locale, relevantSizes],
  );
  const matches = useMemo(() => sorted && searchSegments(sorted, search), [sorted, search]);
  return useMemo(
    () => matches && { ...pageOf(matches, { page, limit }), matches },
    [matches, page, limit],
  );
}
