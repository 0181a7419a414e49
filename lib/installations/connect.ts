import 'server-only';
import { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import type { Lane } from '../bigcommerce/client/waiting-line.ts';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import type { Logger } from '../log.ts';
import { markTokenRejected } from './installations.ts';
import { reseal } from './reseal.ts';
import { openSealedToken } from './token-vault.ts';

/** What a connection to a store needs. */
export interface InstalledStore {
  hash: string;
  /** The generation of the installation that the token belongs to. */
  generation: number;
  sealedToken: string;
  /** Whether BigCommerce has refused the token, and no later check has found that it works. */
  tokenRejected: boolean;
}

export interface ConnectOptions {
  requestId: string;
  log: Logger;
  /** Aborts the connection's requests when the caller has gone away. */
  signal?: AbortSignal | undefined;
  /** `interactive` by default. */
  lane?: Lane | undefined;
}

/**
 * Opens a connection to a store's API. A token that is sealed under an older key is sealed anew. A
 * token that BigCommerce refuses is marked, and not used again until a launch finds that it works
 * or the app is reinstalled.
 * @throws {BigCommerceError} `unauthorized` when the token was refused before
 * @throws {SealedTokenError} when the token can't be decrypted
 */
export async function connect(
  store: InstalledStore,
  { requestId, log, signal, lane }: ConnectOptions,
): Promise<Connection> {
  if (store.tokenRejected) {
    throw new BigCommerceError('BigCommerce refused the token before', { kind: 'unauthorized' });
  }
  const { bigcommerce, encryptionKeys } = config();
  const accessToken = await openSealedToken(encryptionKeys, store.hash, store.sealedToken);
  try {
    await reseal(await database(), encryptionKeys, store, accessToken);
  } catch (err) {
    log.error({ requestId, storeHash: store.hash, err }, 'the token could not be sealed anew');
  }
  return new Connection({
    apiUrl: bigcommerce.apiUrl,
    storeHash: store.hash,
    accessToken,
    requestId,
    signal,
    lane,
    log: (entry) => log.info(entry, 'bigcommerce'),
    onLeftOut(route, count) {
      const line = { requestId, storeHash: store.hash, route, count };
      log.warn(line, 'BigCommerce sent records without an id, which are left out');
    },
    async onUnauthorized() {
      const line = { requestId, storeHash: store.hash };
      try {
        const first = await markTokenRejected(await database(), store);
        if (first) log.warn(line, 'BigCommerce refused the token');
      } catch (err) {
        log.error({ ...line, err }, 'the refused token could not be marked');
      }
    },
  });
}
