import { addressIn, screens } from '@/lib/screens/screens.ts';
import { serializeView, type View } from '@/lib/segments/view.ts';

/** Each store's list as it was last looked at in this tab. */
const lastViews = new Map<string, View>();

export function rememberListView(storeHash: string, view: View): void {
  lastViews.set(storeHash, view);
}

/** Where the list is, with the search, order and page that it had. */
export function listAddress(storeHash: string): string {
  const view = lastViews.get(storeHash);
  return addressIn(storeHash, screens.segments.path() + (view ? serializeView(view) : ''));
}
