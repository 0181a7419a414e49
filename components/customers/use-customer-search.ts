'use client';

import { useCallback, useState } from 'react';
import { LONGEST_CUSTOMER_SEARCH, SHORTEST_CUSTOMER_SEARCH } from '@/lib/limits/limits.ts';
import { useLookup } from '../api-client/use-lookup.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { type FoundCustomers, foundCustomersIn } from './customer-json.ts';

type Change = (found: FoundCustomers) => FoundCustomers;

export interface CustomerSearch {
  /** The text in the field. */
  text: string;
  setText: (text: string) => void;
  /** The last result; undefined while there is nothing to search for. */
  found: FoundCustomers | undefined;
  /** Why the last search failed. */
  failure: ClientFailure | undefined;
  /** Whether `found` does not answer the current text yet. */
  searching: boolean;
  /** Searches for the same text again. */
  again: () => void;
  /** Changes the last result, after customers have changed. */
  change: (change: Change) => void;
}

/**
 * Searches customers by name or email address while the user types. A new text aborts the search
 * for the old one; the last result stays until the next is there.
 * @param segmentId finds only customers in this segment
 */
export function useCustomerSearch(segmentId?: string): CustomerSearch {
  const [text, setText] = useState('');
  const query = text.trim().slice(0, LONGEST_CUSTOMER_SEARCH);
  const params = new URLSearchParams({ search: query });
  if (segmentId !== undefined) params.set('segment', segmentId);
  const isSearch = query.length >= SHORTEST_CUSTOMER_SEARCH;
  const path = isSearch ? `/api/customers?${params}` : undefined;
  const { data, failure, isBusy, retry, change } = useLookup(path, foundCustomersIn);
  const changeFound = useCallback(
    (changed: Change) => {
      change((known) => known && changed(known));
    },
    [change],
  );
  return {
    text,
    setText,
    found: data,
    failure,
    searching: isBusy,
    again: retry,
    change: changeFound,
  };
}
