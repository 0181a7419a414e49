'use client';

import type { CustomerGroup } from '@/lib/bigcommerce/customer-groups.ts';
import { type Resource, useResource } from '../api-client/use-resource.ts';
import { groupsIn } from './customer-json.ts';

// They hardly ever change.
const options = { dedupingInterval: 60_000, revalidateOnFocus: false };

/**
 * The store's customer groups.
 * @param first what the server read
 */
export function useCustomerGroups(
  first?: readonly CustomerGroup[],
): Resource<readonly CustomerGroup[]> {
  return useResource('/api/customer-groups', groupsIn, first, options);
}
