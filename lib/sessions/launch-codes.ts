import 'server-only';
import type { Database } from '../database/schema.ts';
import { transact } from '../database/transaction.ts';
import { hashSecret, isSecret, newSecret } from './secret.ts';
import { startSession } from './sessions.ts';

/** A launch code can be redeemed for this long; the browser follows the redirect at once. */
const LIFETIME_MS = 60_000;

/** The locale of a user who has installed the app and not opened it yet. */
const DEFAULT_LOCALE = 'en-US';

export interface Opening {
  storeHash: string;
  /** Only signed payloads have a locale. Without one, the user's stored locale stays. */
  user: { id: number; email: string; locale?: string };
  /** Epoch seconds: `iat` of the signed payload, or the time of the installation. */
  issuedAt: number;
}

/**
 * Creates the code with which one page can open as a user that BigCommerce has authenticated.
 * @returns undefined when the store is not installed or the user's access was removed at or after
 * `issuedAt`.
 */
export async function createLaunchCode(
  db: Database,
  { storeHash, user, issuedAt }: Opening,
  now = Date.now(),
): Promise<string | undefined> {
  return transact(db, async (transaction) => {
    const installation = await transaction
      .selectFrom('installations')
      .select('generation')
      .where('store_hash', '=', storeHash)
      .executeTakeFirst();
    if (!installation) return undefined;
    const { id, ...details } = user;
    const admitted = await transaction
      .insertInto('users')
      .values({
        store_hash: storeHash,
        user_id: id,
        locale: DEFAULT_LOCALE,
        removed_at: null,
        ...details,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['store_hash', 'user_id'])
          .doUpdateSet(details)
          .where((where) =>
            where.or([
              where('users.removed_at', 'is', null),
              where('users.removed_at', '<', issuedAt),
            ]),
          ),
      )
      .returning('user_id')
      .executeTakeFirst();
    if (!admitted) return undefined;
    const code = newSecret();
    await transaction
      .insertInto('launch_codes')
      .values({
        code_hash: hashSecret(code),
        store_hash: storeHash,
        user_id: id,
        generation: installation.generation,
        issued_at: issuedAt,
        expires_at: now + LIFETIME_MS,
      })
      .execute();
    return code;
  });
}

/**
 * Redeems a launch code: exchanges it for a session, once, in the page of the store it was made for.
 * @returns the session's token; undefined when the code is unknown, spent, expired or another
 * store's.
 */
export async function redeemLaunchCode(
  db: Database,
  storeHash: string,
  code: unknown,
  now = Date.now(),
): Promise<string | undefined> {
  if (!isSecret(code)) return undefined;
  return transact(db, async (transaction) => {
    const spent = await transaction
      .deleteFrom('launch_codes')
      .where('code_hash', '=', hashSecret(code))
      .where('store_hash', '=', storeHash)
      .where('expires_at', '>', now)
      .returning(['store_hash', 'user_id', 'generation', 'issued_at'])
      .executeTakeFirst();
    return spent && startSession(transaction, spent, now);
  });
}
