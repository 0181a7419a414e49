import 'server-only';
import { BigCommerceError } from '../bigcommerce/errors.ts';
import { getStore } from '../bigcommerce/store.ts';
import { database } from '../database/database.ts';
import { type ConnectOptions, connect } from './connect.ts';
import { eraseInstallation, requestUninstall } from './installations.ts';

/**
 * Carries out an uninstall callback: sessions end at once; the installation is erased only when
 * BigCommerce itself says, by a 401, that the token is dead.
 * @param issuedAt epoch seconds of the payload
 */
export async function uninstall(
  storeHash: string,
  issuedAt: number,
  options: ConnectOptions,
): Promise<'erased' | 'kept' | 'unknown-store'> {
  const db = await database();
  const installation = await requestUninstall(db, storeHash, issuedAt);
  if (!installation) return 'unknown-store';
  const { generation, sealed_token: sealedToken } = installation;
  // Asked anew even if the token was refused before: what is erased takes proof of its own.
  const store = { hash: storeHash, generation, sealedToken, tokenRejected: false };
  try {
    await getStore(await connect(store, options));
    return 'kept';
  } catch (error) {
    if (error instanceof BigCommerceError && error.kind === 'unauthorized') {
      await eraseInstallation(db, installation);
      return 'erased';
    }
    return 'kept';
  }
}
