'use client';

import { useEffect } from 'react';
import { addressIn, screens } from '@/lib/screens/screens.ts';
import { serializeView, type View } from '@/lib/segments/view.ts';
import { useSession } from '../session/session-context.ts';

/** Each store's list as it was last looked at in this tab. */
const lastViews = new Map<string, View>();

/** Remembers how the list is looked at, for those who come back to it. */
export function useRememberedList(view: View): void {
  const { storeHash } = useSession();
  useEffect(() => {
    lastViews.set(storeHash, view);
  }, [storeHash, view]);
}

/** Where the list is, with the search, order and page that it had. */
export function useListAddress(): string {
  const { storeHash } = useSession();
  const view = lastViews.get(storeHash);
  return addressIn(storeHash, screens.segments.path() + (view ? serializeView(view) : ''));
}
