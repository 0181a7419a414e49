'use client';

import type { CustomerFilter } from '@/lib/shoppers/customer-filter.ts';
import { type Lookup, useLookup } from '../api-client/use-lookup.ts';
import { totalIn } from '../customers/customer-json.ts';
import { filterQuery } from './filter-draft.ts';

/** How many customers match a filter. */
export function useCustomerCount(filter: CustomerFilter | undefined): Lookup<number> {
  const query = filter && new URLSearchParams(filterQuery(filter));
  return useLookup(query && `/api/customers/count?${query}`, totalIn);
}
