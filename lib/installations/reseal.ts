import 'server-only';
import type { Database } from '../database/schema.ts';
import {
  type EncryptionKey,
  isSealedUnderNewestKey,
  openSealedToken,
  sealToken,
} from './token-vault.ts';

/** How many rows one query reads. */
const PAGE = 200;

interface SealedStore {
  hash: string;
  sealedToken: string;
}

/**
 * Keeps a store's token sealed under the newest key, if it is sealed under an older one. A token
 * that a reinstall or another instance has replaced meanwhile is not changed.
 * @param accessToken what `sealedToken` holds
 * @returns whether the row was rewritten
 */
export async function reseal(
  db: Database,
  keys: readonly EncryptionKey[],
  { hash, sealedToken }: SealedStore,
  accessToken: string,
): Promise<boolean> {
  if (isSealedUnderNewestKey(keys, sealedToken)) return false;
  const { numUpdatedRows } = await db
    .updateTable('installations')
    .set({ sealed_token: await sealToken(keys, hash, accessToken) })
    .where('store_hash', '=', hash)
    .where('sealed_token', '=', sealedToken)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Rewrites every row under the newest key, so that the older keys can be removed.
 * @returns how many were rewritten, and the stores whose tokens no key opens
 */
export async function resealAll(
  db: Database,
  keys: readonly EncryptionKey[],
  signal: AbortSignal,
): Promise<{ rewritten: number; unreadable: string[] }> {
  const unreadable: string[] = [];
  let rewritten = 0;
  let last = '';
  while (!signal.aborted) {
    const rows = await db
      .selectFrom('installations')
      .select(['store_hash as hash', 'sealed_token as sealedToken'])
      .where('store_hash', '>', last)
      .orderBy('store_hash')
      .limit(PAGE)
      .execute();
    for (const row of rows.filter(
      ({ sealedToken }) => !isSealedUnderNewestKey(keys, sealedToken),
    )) {
      const accessToken = await openSealedToken(keys, row.hash, row.sealedToken).catch(
        () => undefined,
      );
      if (accessToken === undefined) unreadable.push(row.hash);
      else if (await reseal(db, keys, row, accessToken)) rewritten += 1;
    }
    const end = rows.at(-1);
    if (end === undefined) break;
    last = end.hash;
  }
  return { rewritten, unreadable };
}
