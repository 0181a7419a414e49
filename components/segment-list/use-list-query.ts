'use client';

import { useCallback } from 'react';
import { type ListQuery, parseListQuery, serializeListQuery } from '@/lib/segments/list-query.ts';
import { useAddress } from '../shell/use-address.ts';

const format = { read: parseListQuery, write: serializeListQuery };

export interface ListQueryState {
  /** The search, order and page that the address asks for. */
  query: ListQuery;
  /** Whether the server has read the same from the address. */
  isInitial: boolean;
  /** Changes the query. Unless the change names a page, it leads to the first. */
  change: (change: Partial<ListQuery>) => void;
}

/**
 * The list's query, which is kept in the address.
 * @param initial the query that the server read from the address
 */
export function useListQuery(initial: ListQuery): ListQueryState {
  const [query, setQuery] = useAddress(initial, format);
  const change = useCallback(
    (changed: Partial<ListQuery>) => setQuery((before) => ({ ...before, page: 1, ...changed })),
    [setQuery],
  );
  return { query, isInitial: serializeListQuery(query) === serializeListQuery(initial), change };
}
