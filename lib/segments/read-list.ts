import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { listSegments } from '../bigcommerce/segments.ts';
import type { InstalledStore } from '../installations/connect.ts';
import { rememberList, type SegmentList } from './remembered-list.ts';
import { tryToRemember } from './try-to-remember.ts';

/**
 * Reads all segments of a store from BigCommerce, and remembers them for whoever opens the list
 * next.
 * @throws {BigCommerceError}
 */
export async function readList(
  store: InstalledStore,
  connection: Connection,
): Promise<SegmentList> {
  const askedAt = Date.now();
  const list = { segments: await listSegments(connection), askedAt };
  await tryToRemember(store, (db) => rememberList(db, store, list));
  return list;
}
