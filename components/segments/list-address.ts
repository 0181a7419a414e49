'use client';

import { useEffect } from 'react';
import { addressIn, screens } from '@/lib/screens/screens.ts';
import { type ListQuery, serializeListQuery } from '@/lib/segments/list-query.ts';
import { useSession } from '../session/session-context.ts';

/** Each store's list as it was last looked at in this tab. */
const lastQueries = new Map<string, ListQuery>();

/** Remembers how the list is looked at, for those who come back to it. */
export function useRememberedList(query: ListQuery): void {
  const { storeHash } = useSession();
  useEffect(() => {
    lastQueries.set(storeHash, query);
  }, [storeHash, query]);
}

/** Where the list is, with the search, order and page that it had. */
export function useListAddress(): string {
  const { storeHash } = useSession();
  const query = lastQueries.get(storeHash);
  return addressIn(storeHash, screens.segments.path() + (query ? serializeListQuery(query) : ''));
}
