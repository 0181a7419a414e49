import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { getStore } from '../bigcommerce/store.ts';
import { database } from '../database/database.ts';
import type { InstallationRow } from '../database/schema.ts';
import type { Logger } from '../log.ts';
import { type ConnectOptions, connect } from './connect.ts';
import { type NewInstallation, saveStoreProfile } from './installations.ts';

/** The scope for reading a store's name and time zone starts with this. */
const INFORMATION_SCOPE = 'store_v2_information';

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

/** Learns the time zone of a store in which the app was installed before it asked for that. */
export async function learnMissingTimeZone(
  { store_hash: hash, store_time_zone, scope, ...row }: InstallationRow,
  options: ConnectOptions,
): Promise<void> {
  if (store_time_zone !== null || !scope.includes(INFORMATION_SCOPE)) return;
  if (row.token_rejected_at !== null) return;
  const { generation, sealed_token: sealedToken } = row;
  const store = { hash, generation, sealedToken, tokenRejected: false };
  await learnStore({ storeHash: hash, sealedToken }, await connect(store, options), options.log);
}
