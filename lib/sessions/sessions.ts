import 'server-only';
import type { Database } from '../database/schema.ts';
import type { InstalledStore } from '../installations/connect.ts';
import { hashSecret, isSecret, newSecret } from './secret.ts';

/** The user that sends a request, and the store that the request is for. */
export interface Session {
  tokenHash: string;
  store: InstalledStore & { name: string | undefined; timeZone: string };
  user: { id: number; email: string; locale: string };
  /** Epoch milliseconds. Every use moves it, but not past the absolute lifetime. */
  expiresAt: number;
}

/** Seconds. */
export interface SessionLifetimes {
  idleLifetime: number;
  absoluteLifetime: number;
}

/** Part of the idle lifetime after which a use is stored, so that most requests only read. */
const USE_RESOLUTION = 0.02;

/** In which days are counted for a store whose time zone is not known. */
const unknownTimeZone = 'UTC';

/**
 * Creates a session for a redeemed launch code; {@link findSession} decides how long it lasts.
 * @returns the token for the browser; the database keeps only its hash.
 */
export async function startSession(
  db: Database,
  opening: { store_hash: string; user_id: number; generation: number; issued_at: number },
  now: number,
): Promise<string> {
  const token = newSecret();
  await db
    .insertInto('sessions')
    .values(({ selectFrom, fn, val }) => ({
      token_hash: hashSecret(token),
      ...opening,
      store_time_zone: selectFrom('installations')
        .select(fn.coalesce('store_time_zone', val(unknownTimeZone)).as('zone'))
        .where('store_hash', '=', opening.store_hash),
      created_at: now,
      used_at: now,
    }))
    .execute();
  return token;
}

/**
 * Finds a token's session with one query over session, user and installation, so that an uninstall,
 * a reinstall, a removal of the user, a log-out and both expiries take effect on the next request.
 */
export async function findSession(
  db: Database,
  token: unknown,
  { idleLifetime, absoluteLifetime }: SessionLifetimes,
  now = Date.now(),
): Promise<Session | undefined> {
  if (!isSecret(token)) return undefined;
  const tokenHash = hashSecret(token);
  const row = await db
    .selectFrom('sessions')
    .innerJoin('installations', (join) =>
      join
        .onRef('installations.store_hash', '=', 'sessions.store_hash')
        .onRef('installations.generation', '=', 'sessions.generation'),
    )
    .innerJoin('users', (join) =>
      join
        .onRef('users.store_hash', '=', 'sessions.store_hash')
        .onRef('users.user_id', '=', 'sessions.user_id'),
    )
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.created_at', '>', now - absoluteLifetime * 1000)
    .where('sessions.used_at', '>', now - idleLifetime * 1000)
    .where((where) =>
      where.or([
        where('users.removed_at', 'is', null),
        where('users.removed_at', '<', where.ref('sessions.issued_at')),
      ]),
    )
    .select([
      'sessions.store_hash',
      'sessions.created_at',
      'sessions.used_at',
      'installations.generation',
      'installations.sealed_token',
      'installations.token_rejected_at',
      'installations.store_name',
      'sessions.store_time_zone',
      'users.user_id',
      'users.email',
      'users.locale',
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  if (now - row.used_at > idleLifetime * 1000 * USE_RESOLUTION) {
    await db
      .updateTable('sessions')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  return {
    tokenHash,
    store: {
      hash: row.store_hash,
      name: row.store_name ?? undefined,
      timeZone: row.store_time_zone ?? unknownTimeZone,
      generation: row.generation,
      sealedToken: row.sealed_token,
      tokenRejected: row.token_rejected_at !== null,
    },
    user: { id: row.user_id, email: row.email, locale: row.locale },
    expiresAt: Math.min(now + idleLifetime * 1000, row.created_at + absoluteLifetime * 1000),
  };
}

/** Ends one session: a log-out. */
export async function endSession(db: Database, session: Session): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', session.tokenHash).execute();
}
