'use client';

import { useState } from 'react';
import { LONGEST_CUSTOMER_SEARCH, SHORTEST_CUSTOMER_SEARCH } from '@/lib/limits/limits.ts';
import type { FoundCustomers } from '@/lib/shoppers/find-customers.ts';
import { type Lookup, useLookup } from '../api-client/use-lookup.ts';
import { foundCustomersIn } from './customer-json.ts';

export interface CustomerSearch extends Lookup<FoundCustomers> {
  /** The text in the field. */
  text: string;
  setText: (text: string) => void;
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
  return { text, setText, ...useLookup(path, foundCustomersIn) };
}
