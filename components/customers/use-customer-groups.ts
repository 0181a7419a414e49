'use client';

import { useMemo } from 'react';
import useSWR from 'swr';
import type { CustomerGroup } from '@/lib/bigcommerce/customer-groups.ts';
import { retryRead } from '../api-client/retry-read.ts';
import { useReader } from '../api-client/use-reader.ts';
import { useSession } from '../session/session-context.ts';
import { groupsIn } from './customer-json.ts';

// They hardly ever change.
const options = { onErrorRetry: retryRead, dedupingInterval: 60_000, revalidateOnFocus: false };

/**
 * Names of the store's customer groups by id; empty until they are known.
 * @param first what the server read
 */
export function useCustomerGroups(
  storeHash: string,
  first?: readonly CustomerGroup[],
): ReadonlyMap<number, string> {
  const { session } = useSession();
  const read = useReader(groupsIn);
  const key = session ? `/api/customer-groups?store=${storeHash}` : null;
  const { data = first } = useSWR(key, read, options);
  return useMemo(() => new Map(data?.map(({ id, name }) => [id, name])), [data]);
}
