import 'server-only';
import { sql } from 'kysely';
import type { StoreProfile } from '../bigcommerce/store.ts';
import type { Database, InstallationRow } from '../database/schema.ts';
import { transact } from '../database/transaction.ts';

export interface NewInstallation {
  storeHash: string;
  accountUuid: string;
  sealedToken: string;
  scope: readonly string[];
  ownerId: number;
}

/**
 * Records an install or reinstall. A reinstall replaces the token and ends the store's sessions.
 * @param seen the installation as the caller last read it
 * @returns false if another one is stored by now; then nothing is changed
 */
export async function saveInstallation(
  db: Database,
  installation: NewInstallation,
  seen: InstallationRow | undefined,
  now = Date.now(),
): Promise<boolean> {
  const { storeHash } = installation;
  const values = {
    account_uuid: installation.accountUuid,
    sealed_token: installation.sealedToken,
    scope: installation.scope.join(' '),
    owner_id: installation.ownerId,
    installed_at: now,
    uninstall_requested_at: null,
    token_rejected_at: null,
    profile_asked_at: null,
  };
  return transact(db, async (transaction) => {
    const saved = seen
      ? await transaction
          .updateTable('installations')
          .set({ ...values, generation: nextGeneration })
          .where('store_hash', '=', storeHash)
          .where('sealed_token', '=', seen.sealed_token)
          .returning('store_hash')
          .executeTakeFirst()
      : await transaction
          .insertInto('installations')
          .values({ store_hash: storeHash, generation: 1, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('store_hash')
          .executeTakeFirst();
    if (!saved) return false;
    await endSessions(transaction, storeHash);
    return true;
  });
}

/**
 * Records the store's name and time zone, as far as they are known. Does nothing if the store was
 * reinstalled meanwhile.
 */
export async function saveStoreProfile(
  db: Database,
  { storeHash, sealedToken }: Pick<NewInstallation, 'storeHash' | 'sealedToken'>,
  { name, timeZone }: StoreProfile,
  now = Date.now(),
): Promise<void> {
  if (name === undefined && timeZone === undefined) return;
  await db
    .updateTable('installations')
    .set({
      profile_asked_at: now,
      ...(name !== undefined && { store_name: name }),
      ...(timeZone !== undefined && { store_time_zone: timeZone }),
    })
    .where('store_hash', '=', storeHash)
    .where('sealed_token', '=', sealedToken)
    .execute();
}

/**
 * Claims the request that renews the store's name and time zone.
 * @returns whether the caller is to send it: the last one is at least `age` milliseconds old
 */
export async function claimProfileRequest(
  db: Database,
  { hash, generation }: { hash: string; generation: number },
  age: number,
  now = Date.now(),
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set({ profile_asked_at: now })
    .where('store_hash', '=', hash)
    .where('generation', '=', generation)
    .where((where) =>
      where.or([where('profile_asked_at', 'is', null), where('profile_asked_at', '<=', now - age)]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Seconds that BigCommerce's clock and ours may differ. */
const CLOCK_TOLERANCE_MS = 30_000;

const nextGeneration = sql<number>`installations.generation + 1`;

export async function findInstallation(
  db: Database,
  storeHash: string,
): Promise<InstallationRow | undefined> {
  return db
    .selectFrom('installations')
    .selectAll()
    .where('store_hash', '=', storeHash)
    .executeTakeFirst();
}

/**
 * Whether a payload is older than the installation. Erasing a store also forgets which payloads
 * were used and which users were removed, so payloads from before the installation must not count
 * again.
 * @param issuedAt epoch seconds
 */
export function predatesInstallation(installation: InstallationRow, issuedAt: number): boolean {
  return issuedAt * 1000 + CLOCK_TOLERANCE_MS < installation.installed_at;
}

/**
 * Records an uninstall callback: all sessions end now. The row stays, because any user of the store
 * could have sent the call. {@link eraseInstallation} is called when there is proof.
 * @param issuedAt epoch seconds of the payload; one from before the installation is about an
 * earlier one and changes nothing
 * @returns the installation the call is about
 */
export async function requestUninstall(
  db: Database,
  storeHash: string,
  issuedAt: number,
  now = Date.now(),
): Promise<InstallationRow | undefined> {
  return transact(db, async (transaction) => {
    const installation = await transaction
      .updateTable('installations')
      .set({ uninstall_requested_at: now, generation: nextGeneration })
      .where('store_hash', '=', storeHash)
      .where('installed_at', '<=', issuedAt * 1000 + CLOCK_TOLERANCE_MS)
      .returningAll()
      .executeTakeFirst();
    if (installation) await endSessions(transaction, storeHash);
    return installation;
  });
}

/**
 * Records that BigCommerce refused an installation's token. A late refusal of a token that a
 * reinstall has replaced changes nothing.
 * @returns whether this is the first refusal
 */
export async function markTokenRejected(
  db: Database,
  { hash, generation }: { hash: string; generation: number },
  now = Date.now(),
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set({ token_rejected_at: now })
    .where('store_hash', '=', hash)
    .where('generation', '=', generation)
    .where('token_rejected_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Removes the mark of {@link markTokenRejected}. A later installation keeps its own mark.
 * @returns whether there was one
 */
export async function acceptToken(
  db: Database,
  { hash, generation }: { hash: string; generation: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set({ token_rejected_at: null })
    .where('store_hash', '=', hash)
    .where('generation', '=', generation)
    .where('token_rejected_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Forgets a store: token, users, codes, sessions. Does nothing if it was reinstalled meanwhile. */
export async function eraseInstallation(db: Database, seen: InstallationRow): Promise<void> {
  await transact(db, (transaction) =>
    transaction
      .deleteFrom('installations')
      .where('store_hash', '=', seen.store_hash)
      .where('generation', '=', seen.generation)
      .execute(),
  );
}

/** Installations whose uninstall BigCommerce has not confirmed yet. */
export async function pendingUninstalls(db: Database): Promise<InstallationRow[]> {
  return db
    .selectFrom('installations')
    .selectAll()
    .where('uninstall_requested_at', 'is not', null)
    .execute();
}

/** Treats an uninstall as a forgery. The sessions that it ended stay ended. */
export async function cancelUninstall(db: Database, seen: InstallationRow): Promise<void> {
  await db
    .updateTable('installations')
    .set({ uninstall_requested_at: null })
    .where('store_hash', '=', seen.store_hash)
    .where('generation', '=', seen.generation)
    .execute();
}

/** The new generation already invalidates them. This deletes them. */
async function endSessions(db: Database, storeHash: string): Promise<void> {
  await db.deleteFrom('launch_codes').where('store_hash', '=', storeHash).execute();
  await db.deleteFrom('sessions').where('store_hash', '=', storeHash).execute();
}
