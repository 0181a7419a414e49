'use client';

import { useMemo } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { SHORTEST_CUSTOMER_SEARCH } from '@/lib/limits/limits.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { type CustomerSearch, useCustomerSearch } from '../customers/use-customer-search.ts';

export interface Found {
  search: CustomerSearch;
  /** There is something to search for. */
  isSearch: boolean;
  /** Those found last; undefined until the first answer is there. */
  shoppers: readonly Shopper[] | undefined;
  /** There may be others in the segment that match. */
  more: boolean;
}

/**
 * The shoppers of a segment that match what is typed.
 * @param removals profile ids that are not to be shown
 */
export function useFound(segmentId: string, removals: ReadonlySet<string>): Found {
  const search = useCustomerSearch(segmentId);
  const { text, found } = search;
  const shoppers = useMemo(
    () => found?.customers.flatMap(shopperOf).filter(({ profileId }) => !removals.has(profileId)),
    [found, removals],
  );
  const isSearch = text.trim().length >= SHORTEST_CUSTOMER_SEARCH;
  return { search, isSearch, shoppers, more: found?.more ?? false };
}

/** Whoever is in a segment has a profile. */
function shopperOf(customer: Customer): Shopper[] {
  const { profileId, id: customerId } = customer;
  return profileId === null ? [] : [{ profileId, customerId, customer }];
}
