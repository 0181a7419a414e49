'use client';

import { useEffect } from 'react';
import { addressIn, screens } from '@/lib/screens/screens.ts';
import { type ListQuery, serializeListQuery } from '@/lib/segments/list-query.ts';
import { useSession } from '../session/session-context.ts';

/** The last query of each store's list in this tab. */
const lastQueries = new Map<string, ListQuery>();

/** Remembers the list's query for links back to the list. */
export function useRememberedList(query: ListQuery): void {
  const { storeHash } = useSession();
  useEffect(() => {
    lastQueries.set(storeHash, query);
  }, [storeHash, query]);
}

/** The list's address, with the search, order and page that it had last. */
export function useListAddress(): string {
  const { storeHash } = useSession();
  const query = lastQueries.get(storeHash);
  return addressIn(storeHash, screens.segments.path() + (query ? serializeListQuery(query) : ''));
}
