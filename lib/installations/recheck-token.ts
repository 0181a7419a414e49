import 'server-only';
import { database } from '../database/database.ts';
import { type ConnectOptions, connect, type InstalledStore } from './connect.ts';
import { acceptToken } from './installations.ts';
import { checkToken } from './token-state.ts';

/**
 * Checks a token that BigCommerce has refused before once more, because a 401 can be BigCommerce's
 * mistake. Only launches call this, so a dead token is not checked more often than that.
 * @returns the store with the result of the check
 */
export async function recheckToken<S extends InstalledStore>(
  store: S,
  options: ConnectOptions,
): Promise<S> {
  if (!store.tokenRejected) return store;
  const trusted = { ...store, tokenRejected: false };
  if ((await checkToken(await connect(trusted, options))) !== 'works') return store;
  const { requestId, log } = options;
  if (await acceptToken(await database(), store)) {
    log.info({ requestId, storeHash: store.hash }, 'BigCommerce takes the token again');
  }
  return trusted;
}
