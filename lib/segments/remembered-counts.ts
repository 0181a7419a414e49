import 'server-only';
import { sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { InstalledStore } from '../installations/connect.ts';

/** How many shoppers a segment had. */
export interface RememberedCount {
  id: string;
  total: number;
  /** When BigCommerce was asked, ISO 8601. */
  takenAt: string;
}

type Store = Pick<InstalledStore, 'hash' | 'generation'>;

/**
 * Remembers counts for all users of a store. A count from before the app's last change of its
 * segment, or from before the one that is remembered, is not kept.
 * @param askedAt when BigCommerce was asked for them, epoch milliseconds
 */
export async function rememberCounts(
  db: Database,
  { hash, generation }: Store,
  counts: readonly { id: string; total: number }[],
  askedAt: number,
): Promise<void> {
  if (counts.length === 0) return;
  await db
    .insertInto('shopper_counts')
    .values(
      counts.map(({ id, total }) => ({
        store_hash: hash,
        segment_id: id.toLowerCase(),
        generation,
        total,
        asked_at: askedAt,
        changed_at: 0,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['store_hash', 'segment_id'])
        .doUpdateSet(({ ref }) => ({
          generation: ref('excluded.generation'),
          total: ref('excluded.total'),
          asked_at: ref('excluded.asked_at'),
        }))
        .where('shopper_counts.asked_at', '<=', askedAt)
        .where('shopper_counts.changed_at', '<', askedAt),
    )
    .execute();
}

/** @param ids the segments; by default all of the store */
export async function rememberedCounts(
  db: Database,
  { hash, generation }: Store,
  ids?: readonly string[],
): Promise<RememberedCount[]> {
  if (ids?.length === 0) return [];
  const query = db
    .selectFrom('shopper_counts')
    .select(['segment_id', 'total', 'asked_at'])
    .where('store_hash', '=', hash)
    .where('generation', '=', generation)
    .where('total', 'is not', null);
  const rows = await (ids ? query.where('segment_id', 'in', ids) : query).execute();
  return rows.flatMap(({ segment_id: id, total, asked_at }) =>
    total === null ? [] : [{ id, total, takenAt: new Date(asked_at).toISOString() }],
  );
}

/**
 * Notes that the app begins to change a segment's shoppers. Answers to counts that were asked for
 * before are not kept: they may hold some of the change.
 */
export async function beginChange(
  db: Database,
  store: Store,
  segmentId: string,
  now = Date.now(),
): Promise<void> {
  await writeChange(db, store, segmentId, sql`shopper_counts.total`, now);
}

/**
 * Corrects a segment's count after the app has changed its shoppers. A count that was asked for
 * during the change may hold some of it, and is forgotten.
 * @param difference how many more there are now; undefined if that is not known
 * @param startedAt when the change began, epoch milliseconds
 */
export async function correctCount(
  db: Database,
  store: Store,
  segmentId: string,
  { difference, startedAt }: { difference: number | undefined; startedAt: number },
  now = Date.now(),
): Promise<void> {
  const more = difference ?? null;
  const total = sql<number | null>`case
    when shopper_counts.asked_at >= ${startedAt} then null
    when shopper_counts.total + ${more} < 0 then 0
    else shopper_counts.total + ${more} end`;
  await writeChange(db, store, segmentId, total, now);
}

async function writeChange(
  db: Database,
  { hash, generation }: Store,
  segmentId: string,
  newTotal: ReturnType<typeof sql<number | null>>,
  now: number,
): Promise<void> {
  const total = sql<number | null>`case
    when shopper_counts.generation = ${generation} then ${newTotal} end`;
  await db
    .insertInto('shopper_counts')
    .values({
      store_hash: hash,
      segment_id: segmentId.toLowerCase(),
      generation,
      total: null,
      asked_at: 0,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['store_hash', 'segment_id'])
        .doUpdateSet({ generation, total, changed_at: now }),
    )
    .execute();
}

/** Forgets the counts of segments that were deleted. */
export async function forgetCounts(
  db: Database,
  { hash }: Store,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('shopper_counts')
    .where('store_hash', '=', hash)
    .where('segment_id', 'in', ids)
    .execute();
}
