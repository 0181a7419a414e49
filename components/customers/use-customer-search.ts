'use client';

import { useState } from 'react';
import { LONGEST_CUSTOMER_SEARCH, SHORTEST_CUSTOMER_SEARCH } from '@/lib/limits/limits.ts';
import { useLatestRead } from '../api-client/use-latest-read.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { type FoundCustomers, foundCustomersIn } from './customer-json.ts';

export interface CustomerSearch {
  /** What is in the field. */
  text: string;
  setText: (text: string) => void;
  /** What was found last; undefined while there is nothing to search for. */
  found: FoundCustomers | undefined;
  /** Why the last search failed. */
  failure: ClientFailure | undefined;
  /** What is found is not yet what the text asks for. */
  searching: boolean;
  /** Searches for the same once more. */
  again: () => void;
  /** Changes what was found as it is known to have changed since. */
  change: (change: (found: FoundCustomers) => FoundCustomers) => void;
}

/**
 * Searches customers by name or email as somebody types. A search that is overtaken is cancelled;
 * what was found before stays until the next is there.
 * @param segmentId only those in this segment
 */
export function useCustomerSearch(storeHash: string, segmentId?: string): CustomerSearch {
  const [text, setText] = useState('');
  const query = text.trim().slice(0, LONGEST_CUSTOMER_SEARCH);
  const params = new URLSearchParams({ search: query, store: storeHash });
  if (segmentId !== undefined) params.set('segment', segmentId);
  const isSearch = query.length >= SHORTEST_CUSTOMER_SEARCH;
  const path = isSearch ? `/api/customers?${params}` : undefined;
  const { data, failure, busy, retry, change } = useLatestRead(path, foundCustomersIn);
  return {
    text,
    setText,
    found: isSearch ? data : undefined,
    failure,
    searching: busy,
    again: retry,
    change,
  };
}
