import 'server-only';
import { database } from '../database/database.ts';
import type { Database } from '../database/schema.ts';
import type { InstalledStore } from '../installations/connect.ts';
import { log } from '../log.ts';

/**
 * Writes what is remembered of a store. A failure is only logged, because what was read from
 * BigCommerce or changed there is as true without it.
 */
export async function tryToRemember(
  store: InstalledStore,
  write: (db: Database) => Promise<void>,
): Promise<void> {
  try {
    await write(await database());
  } catch (err) {
    log.error({ storeHash: store.hash, err }, 'what is known of segments could not be stored');
  }
}
