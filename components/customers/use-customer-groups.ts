'use client';

import type { CustomerGroup } from '@/lib/bigcommerce/customer-groups.ts';
import { type Resource, useResource } from '../api-client/use-resource.ts';
import { groupsIn } from './customer-json.ts';

// Customer groups hardly ever change.
const options = { dedupingInterval: 60_000, revalidateOnFocus: false };

/**
 * The store's customer groups.
 * @param first the groups that came with the page
 */
export function useCustomerGroups(
  first?: readonly CustomerGroup[],
): Resource<readonly CustomerGroup[]> {
  return useResource('/api/customer-groups', groupsIn, first, options);
}
