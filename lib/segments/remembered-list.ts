import 'server-only';
import { z } from 'zod';
import type { Segment } from '../bigcommerce/segments.ts';
import type { Database } from '../database/schema.ts';
import type { InstalledStore } from '../installations/connect.ts';

/** All segments of a store, as BigCommerce listed them. */
export interface SegmentList {
  segments: readonly Segment[];
  /** When BigCommerce was asked, epoch milliseconds. */
  askedAt: number;
}

type Store = Pick<InstalledStore, 'hash' | 'generation'>;

const stored = z.array(
  z.object({ id: z.string(), name: z.string(), description: z.string(), updatedAt: z.string() }),
);

/**
 * Remembers a store's list for all of its users. A list from before the app's last change, or from
 * before the one that is remembered, is not kept.
 */
export async function rememberList(
  db: Database,
  { hash, generation }: Store,
  { segments, askedAt }: SegmentList,
): Promise<void> {
  const values = { generation, segments: JSON.stringify(segments), asked_at: askedAt };
  await db
    .insertInto('segment_lists')
    .values({ store_hash: hash, changed_at: 0, ...values })
    .onConflict((conflict) =>
      conflict
        .column('store_hash')
        .doUpdateSet(values)
        .where('segment_lists.asked_at', '<', askedAt)
        .where('segment_lists.changed_at', '<', askedAt),
    )
    .execute();
}

/**
 * @param since epoch milliseconds
 * @returns the list if BigCommerce was asked at that time or later, and the app has not changed it
 */
export async function rememberedList(
  db: Database,
  { hash, generation }: Store,
  since: number,
): Promise<SegmentList | undefined> {
  const row = await db
    .selectFrom('segment_lists')
    .select(['segments', 'asked_at'])
    .where('store_hash', '=', hash)
    .where('generation', '=', generation)
    .where('asked_at', '>=', since)
    .executeTakeFirst();
  if (!row || row.segments === null) return undefined;
  return { segments: stored.parse(JSON.parse(row.segments)), askedAt: row.asked_at };
}

/** Forgets a store's list once the app has changed its segments. */
export async function forgetList(
  db: Database,
  { hash, generation }: Store,
  now = Date.now(),
): Promise<void> {
  const values = { generation, segments: null, changed_at: now };
  await db
    .insertInto('segment_lists')
    .values({ store_hash: hash, asked_at: 0, ...values })
    .onConflict((conflict) => conflict.column('store_hash').doUpdateSet(values))
    .execute();
}
