'use client';

import { useCallback } from 'react';
import useSWR from 'swr';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { retryRead } from '../api-client/retry-read.ts';
import { useReader } from '../api-client/use-reader.ts';
import { customerIn } from '../customers/customer-json.ts';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';

export interface CustomerState {
  /** Undefined until it has been read once. */
  customer: Customer | undefined;
  /** Why the last read failed; earlier data stays. */
  failure: ClientFailure | undefined;
  /** Reads the customer anew. Resolves to undefined if that fails. */
  refresh: () => Promise<Customer | undefined>;
  /** Takes over what BigCommerce confirmed. */
  confirm: (customer: Customer) => void;
}

/** A customer and the segments this person is in, read again on focus. */
export function useCustomer(
  storeHash: string,
  customerId: number,
  first: Customer | undefined,
): CustomerState {
  const { session } = useSession();
  const read = useReader(customerIn);
  const key = session ? `/api/customers/${customerId}?store=${storeHash}` : null;
  const { data, error, mutate } = useSWR(key, read, { onErrorRetry: retryRead });

  const refresh = useCallback(async () => {
    if (key === null) return undefined;
    try {
      return await mutate(read(key), { revalidate: false });
    } catch {
      // SWR's own read notes the failure and tries again, but would resolve to the earlier data.
      mutate();
      return undefined;
    }
  }, [key, read, mutate]);
  const confirm = useCallback(
    (customer: Customer) => {
      mutate(customer, { revalidate: false });
    },
    [mutate],
  );
  return {
    customer: data ?? first,
    failure: error === undefined ? undefined : clientFailure(error),
    refresh,
    confirm,
  };
}
