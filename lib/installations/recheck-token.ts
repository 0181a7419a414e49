import 'server-only';
import { database } from '../database/database.ts';
import { type ConnectOptions, connect, type InstalledStore } from './connect.ts';
import { acceptToken } from './installations.ts';
import { checkToken } from './token-state.ts';

/**
 * Asks BigCommerce once more about a token that it has refused before, because a 401 can be its own
 * mistake. Meant for launches: people make those, so a token that is really dead is asked about no
 * more often than somebody opens the app.
 * @returns the store with the verdict that holds from now on
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
