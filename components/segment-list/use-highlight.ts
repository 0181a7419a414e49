'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { ListQueryState } from './use-list-query.ts';
import type { ListingOfAll } from './use-listing.ts';

/** The segment whose row is highlighted. */
export interface Highlighted {
  id: string;
  /** Whether its row takes the focus from another row. */
  focus: boolean;
}

/** Highlights a segment until the user searches, sorts or changes the page. */
export function useHighlight() {
  const [highlighted, setHighlighted] = useState<Highlighted>();
  const highlight = useCallback(
    ({ id }: Segment, { focus = false } = {}) => setHighlighted({ id, focus }),
    [],
  );
  const end = useCallback(() => setHighlighted(undefined), []);
  return { highlighted, highlight, end };
}

/** Shows the page with the highlighted segment. If the search hides the segment, clears it. */
export function useFollowHighlighted(
  highlighted: Highlighted | undefined,
  segments: readonly Segment[] | undefined,
  listing: ListingOfAll | undefined,
  { query: { search, limit }, change }: ListQueryState,
): void {
  useEffect(() => {
    if (!highlighted || !segments || !listing) return;
    const isIt = ({ id }: Segment) => id === highlighted.id;
    const index = listing.matches.findIndex(isIt);
    const page = Math.floor(index / limit) + 1;
    if (index >= 0 && page !== listing.page) change({ page });
    if (index < 0 && search && segments.some(isIt)) change({ search: '' });
  }, [highlighted, segments, listing, search, limit, change]);
}
