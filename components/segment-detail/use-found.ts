'use client';

import { useMemo } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { SHORTEST_CUSTOMER_SEARCH } from '@/lib/limits/limits.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { type CustomerSearch, useCustomerSearch } from '../customers/use-customer-search.ts';

export interface Found {
  search: CustomerSearch;
  /** Whether the text is long enough to search for. */
  isSearch: boolean;
  /** The last result; undefined until the first answer. */
  shoppers: readonly Shopper[] | undefined;
  /** Whether others in the segment may match, too. */
  more: boolean;
}

/**
 * Searches the shoppers of a segment while the user types.
 * @param removals profile ids of shoppers that are not shown
 */
export function useFound(segmentId: string, removals: ReadonlySet<string>): Found {
  const search = useCustomerSearch(segmentId);
  const { text, data: found } = search;
  const shoppers = useMemo(
    () => found?.customers.flatMap(shopperOf).filter(({ profileId }) => !removals.has(profileId)),
    [found, removals],
  );
  const isSearch = text.trim().length >= SHORTEST_CUSTOMER_SEARCH;
  return { search, isSearch, shoppers, more: found?.more ?? false };
}

/** A customer without a profile is in no segment, so there is no shopper to show. */
function shopperOf(customer: Customer): Shopper[] {
  const { profileId, id: customerId } = customer;
  return profileId === null ? [] : [{ profileId, customerId, customer }];
}
