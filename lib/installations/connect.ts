import 'server-only';
import { Connection } from '../bigcommerce/connection.ts';
import { config } from '../config.ts';
import type { Logger } from '../log.ts';
import { openSealedToken } from './token-vault.ts';

export interface ConnectOptions {
  requestId: string;
  log: Logger;
  /** Ends what the connection is doing, for a caller that has gone away. */
  signal?: AbortSignal;
}

/**
 * A connection to a store's API. The only place where a stored token is decrypted.
 * @throws SealedTokenError when the token can't be decrypted
 */
export async function connect(
  store: { hash: string; sealedToken: string },
  options: ConnectOptions,
): Promise<Connection> {
  const { bigcommerce, encryptionKeys } = config();
  const accessToken = await openSealedToken(encryptionKeys, store.hash, store.sealedToken);
  return new Connection({
    apiUrl: bigcommerce.apiUrl,
    storeHash: store.hash,
    accessToken,
    requestId: options.requestId,
    signal: options.signal,
    log: (entry) => options.log.info(entry, 'bigcommerce'),
  });
}
