'use client';

import type { CustomerFilter } from '@/lib/shoppers/customer-filter.ts';
import { useLatestRead } from '../api-client/use-latest-read.ts';
import { totalIn } from '../customers/customer-json.ts';
import { useSession } from '../session/session-context.ts';
import { filterQuery } from './filter-draft.ts';

/** How many customers a filter finds. */
export function useCustomerCount(filter: CustomerFilter | undefined) {
  const { session } = useSession();
  const path =
    session && filter
      ? `/api/customers/count?${new URLSearchParams({ store: session.store.hash, ...filterQuery(filter) })}`
      : undefined;
  return useLatestRead(path, totalIn);
}
