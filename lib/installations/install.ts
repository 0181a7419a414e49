import 'server-only';
import { Connection, type ConnectionOptions } from '../bigcommerce/client/connection.ts';
import { exchangeCode } from '../bigcommerce/oauth.ts';
import { storeContext } from '../bigcommerce/store-hash.ts';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import type { Logger } from '../log.ts';
import { addCustomerPanel, CUSTOMER_PANEL_SCOPE } from './customer-panel.ts';
import { findInstallation, saveInstallation } from './installations.ts';
import { learnStore } from './learn-store.ts';
import { checkToken } from './token-state.ts';
import { sealToken } from './token-vault.ts';

/** Even reading a segment's shoppers needs this scope to modify customers. */
const REQUIRED_SCOPE = 'store_v2_customers';

/**
 * What went wrong after the code was exchanged. What was stored before is unchanged. `not-kept`: the
 * token could not be stored. `not-opened`: it is stored, but the app can't be opened right away.
 */
export class InstallError extends Error {
  override name = 'InstallError';
  readonly reason: 'scope-missing' | 'account-differs' | 'overtaken' | 'not-kept' | 'not-opened';

  constructor(reason: InstallError['reason'], options?: ErrorOptions) {
    super(`The installation failed: ${reason}`, options);
    this.reason = reason;
  }
}

export interface InstallRequest {
  code: string;
  scope: string;
  storeHash: string;
  accountUuid: string | undefined;
}

export interface InstallOptions {
  requestId: string;
  log: Logger;
  /** Runs work after the answer has been sent to the installing user. */
  afterwards: (work: () => Promise<void>) => void;
}

/** Milliseconds for the check of a token that another installation may have replaced. */
const RACE_TIMEOUT_MS = 2_000;

/**
 * Exchanges the code, checks the answer against the request and stores the installation. The
 * exchange ends the store's previous token, so the new one is stored before any other request. When
 * a store is installed several times at once, the token that was issued last is kept. If another
 * install was stored meanwhile, BigCommerce shows which token is newer, because every new token
 * ends the one before: this install goes on unless its token is refused.
 * @returns the installing user
 * @throws {InstallError | OAuthError}
 */
export async function install(
  { code, scope, storeHash, accountUuid }: InstallRequest,
  { requestId, log, afterwards }: InstallOptions,
): Promise<{ id: number; email: string }> {
  const { appUrl, bigcommerce, encryptionKeys } = config();
  const db = await database();
  // Read before the exchange: a token that is already stored is older than the one to come.
  let seen = await findInstallation(db, storeHash);
  const grant = await exchangeCode({
    loginUrl: bigcommerce.loginUrl,
    clientId: bigcommerce.clientId,
    clientSecret: bigcommerce.clientSecret,
    redirectUri: `${appUrl}/auth`,
    code,
    scope,
    context: storeContext(storeHash),
    requestId,
  });
  if (accountUuid !== undefined && grant.accountUuid !== accountUuid) {
    throw new InstallError('account-differs');
  }
  if (!grant.scope.includes(REQUIRED_SCOPE)) throw new InstallError('scope-missing');

  const connectionOptions: ConnectionOptions = {
    apiUrl: bigcommerce.apiUrl,
    storeHash,
    accessToken: grant.accessToken,
    requestId,
    log: (entry) => log.info(entry, 'bigcommerce'),
  };
  const installation = {
    storeHash,
    accountUuid: grant.accountUuid,
    sealedToken: await sealToken(encryptionKeys, storeHash, grant.accessToken),
    scope: grant.scope,
    ownerId: grant.ownerId,
  };
  while (!(await kept(saveInstallation(db, installation, seen)))) {
    // Read the installation first: if the token works after that, it is the newer one.
    seen = await kept(findInstallation(db, storeHash));
    const connection = new Connection({
      ...connectionOptions,
      timing: { action: RACE_TIMEOUT_MS },
    });
    if ((await checkToken(connection)) === 'dead') throw new InstallError('overtaken');
  }
  afterwards(async () => {
    await learnStore(installation, new Connection(connectionOptions), log);
    if (grant.scope.includes(CUSTOMER_PANEL_SCOPE)) {
      await addCustomerPanel(new Connection(connectionOptions), log);
    }
  });
  return grant.user;
}

/** @throws {InstallError} `not-kept` if the database fails */
async function kept<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new InstallError('not-kept', { cause });
  }
}
