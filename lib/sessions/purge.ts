import 'server-only';
import type { Database } from '../database/schema.ts';
import { transact } from '../database/transaction.ts';
import type { SessionLifetimes } from './sessions.ts';

/** How many rows one transaction deletes, so that requests do not wait long. */
const BATCH = 500;

/**
 * Deletes launch codes, sessions and remembered payloads that have expired. A session past its
 * absolute lifetime is no longer used, so here it ends by its idle lifetime.
 * @returns how many rows were deleted
 */
export async function purgeExpired(
  db: Database,
  { idleLifetime }: SessionLifetimes,
  signal: AbortSignal,
  now = Date.now(),
): Promise<number> {
  const purges = [
    (batch: Database) =>
      batch
        .deleteFrom('launch_codes')
        .where('code_hash', 'in', (codes) =>
          codes
            .selectFrom('launch_codes')
            .select('code_hash')
            .where('expires_at', '<=', now)
            .limit(BATCH),
        )
        .executeTakeFirst(),
    (batch: Database) =>
      batch
        .deleteFrom('sessions')
        .where('token_hash', 'in', (sessions) =>
          sessions
            .selectFrom('sessions')
            .select('token_hash')
            .where('used_at', '<=', now - idleLifetime * 1000)
            .limit(BATCH),
        )
        .executeTakeFirst(),
    (batch: Database) =>
      batch
        .deleteFrom('seen_payloads')
        .where('jti_hash', 'in', (payloads) =>
          payloads
            .selectFrom('seen_payloads')
            .select('jti_hash')
            .where('expires_at', '<=', now)
            .limit(BATCH),
        )
        .executeTakeFirst(),
  ];
  let purged = 0;
  for (const purge of purges) {
    let deleted = BATCH;
    while (deleted === BATCH && !signal.aborted) {
      const { numDeletedRows } = await transact(db, purge);
      deleted = Number(numDeletedRows);
      purged += deleted;
    }
  }
  return purged;
}
