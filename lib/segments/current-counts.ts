import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import type { Database } from '../database/schema.ts';
import type { Failure } from '../failure.ts';
import type { InstalledStore } from '../installations/connect.ts';
import { FRESH_COUNT_MS } from '../limits/limits.ts';
import { countShoppers } from './count-shoppers.ts';
import { rememberCounts, rememberedCounts } from './remembered-counts.ts';
import { tryToRemember } from './try-to-remember.ts';

/** How many shoppers the segment `id` has, or why that is not known. */
export type CurrentCount = { id: string } & (
  | { total: number; takenAt: string }
  | { failure: Failure }
);

/**
 * The counts of segments, in the order of the ids. Only those that nobody of the store has had
 * taken in the last `FRESH_COUNT_MS` are requests to BigCommerce.
 * @param ids at most `SEGMENTS_PER_COUNT`
 * @param connect is called only if there is something to count
 * @throws {BigCommerceError} `unauthorized` or `forbidden`, which every other count would meet too
 */
export async function currentCounts(
  db: Database,
  store: InstalledStore,
  ids: readonly string[],
  connect: () => Promise<Connection>,
  now = Date.now(),
): Promise<CurrentCount[]> {
  const isFresh = ({ takenAt }: { takenAt: string }) => now - Date.parse(takenAt) < FRESH_COUNT_MS;
  const remembered = (await rememberedCounts(db, store, ids)).filter(isFresh);
  const counts = new Map<string, CurrentCount>(remembered.map((count) => [count.id, count]));
  const due = ids.filter((id) => !counts.has(id));
  if (due.length > 0) {
    const counted = await countShoppers(await connect(), due);
    const known = counted.flatMap((count) => ('total' in count ? [count] : []));
    await tryToRemember(store, (to) => rememberCounts(to, store, known, now));
    const takenAt = new Date(now).toISOString();
    for (const count of counted) {
      counts.set(count.id, 'total' in count ? { ...count, takenAt } : count);
    }
  }
  return ids.flatMap((id) => counts.get(id) ?? []);
}
