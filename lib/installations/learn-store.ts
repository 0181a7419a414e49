import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { getStore } from '../bigcommerce/store.ts';
import { database } from '../database/database.ts';
import type { InstallationRow } from '../database/schema.ts';
import type { Logger } from '../log.ts';
import { type ConnectOptions, connect } from './connect.ts';
import { claimProfileRequest, type NewInstallation, saveStoreProfile } from './installations.ts';

/** The scope for reading a store's name and time zone starts with this. */
const INFORMATION_SCOPE = 'store_v2_information';

const RENEWAL_AGE_MS = 24 * 3_600_000;

/** Keeps the store's name and time zone. The app also works without them. */
export async function learnStore(
  installation: Pick<NewInstallation, 'storeHash' | 'sealedToken'>,
  connection: Connection,
  log: Logger,
): Promise<void> {
  const { storeHash, requestId } = connection;
  try {
    await saveStoreProfile(await database(), installation, await getStore(connection));
  } catch (err) {
    if (err instanceof BigCommerceError) return;
    log.warn({ requestId, storeHash, err }, "the store's name and time zone could not be kept");
  }
}

/**
 * Learns the store's name and time zone again, once a day at most: the merchant may have changed
 * them, or installed the app before it asked for them.
 */
export async function renewStoreProfile(
  { store_hash: hash, profile_asked_at: askedAt, scope, ...row }: InstallationRow,
  options: ConnectOptions,
): Promise<void> {
  if (askedAt !== null && askedAt > Date.now() - RENEWAL_AGE_MS) return;
  if (!scope.includes(INFORMATION_SCOPE) || row.token_rejected_at !== null) return;
  const { generation, sealed_token: sealedToken } = row;
  const store = { hash, generation, sealedToken, tokenRejected: false };
  if (!(await claimProfileRequest(await database(), store, RENEWAL_AGE_MS))) return;
  const connection = await connect(store, { ...options, lane: 'background' });
  await learnStore({ storeHash: hash, sealedToken }, connection, options.log);
}
