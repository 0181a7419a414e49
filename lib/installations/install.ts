import 'server-only';
import { Connection, type ConnectionOptions } from '../bigcommerce/connection.ts';
import { BigCommerceError } from '../bigcommerce/errors.ts';
import { exchangeCode } from '../bigcommerce/oauth.ts';
import { getStore } from '../bigcommerce/store.ts';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import type { Logger } from '../log.ts';
import { createLaunchCode } from '../sessions/launch-codes.ts';
import { addCustomerPanel, CUSTOMER_PANEL_SCOPE } from './customer-panel.ts';
import { findInstallation, saveInstallation } from './installations.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { sealToken } from './token-vault.ts';

/** Reading a segment's shoppers needs the modify scope, too. */
const REQUIRED_SCOPE = 'store_v2_customers';

/** Why an installation did not happen; whatever was stored before is untouched. */
export class InstallError extends Error {
  override name = 'InstallError';
  readonly reason: 'scope-missing' | 'account-differs' | 'overtaken';

  constructor(reason: InstallError['reason']) {
    super(`The installation was refused: ${reason}`);
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
  /** Does what nobody waits for, once the installing user has been answered. */
  afterwards: (work: () => Promise<void>) => void;
}

/**
 * Exchanges the code, checks the answer against the request, stores the installation and lets the
 * installing user in. Of several installs of one store at once the token kept is the one issued
 * last: within a process they run one after the other; between processes, one whose installation
 * was replaced while it ran goes on only if BigCommerce still takes its token, because every new
 * token ends the one before.
 * @returns a launch code
 * @throws {InstallError | OAuthError}
 */
export async function install(request: InstallRequest, options: InstallOptions): Promise<string> {
  return oneAtATime(`install ${request.storeHash}`, () => exchangeAndStore(request, options));
}

async function exchangeAndStore(
  { code, scope, storeHash, accountUuid }: InstallRequest,
  { requestId, log, afterwards }: InstallOptions,
): Promise<string> {
  const { appUrl, bigcommerce, encryptionKeys } = config();
  const db = await database();
  let seen = await findInstallation(db, storeHash);
  const grant = await exchangeCode({
    loginUrl: bigcommerce.loginUrl,
    clientId: bigcommerce.clientId,
    clientSecret: bigcommerce.clientSecret,
    redirectUri: `${appUrl}/auth`,
    code,
    scope,
    context: `stores/${storeHash}`,
  });
  if (accountUuid !== undefined && grant.accountUuid !== accountUuid) {
    throw new InstallError('account-differs');
  }
  if (!grant.scope.includes(REQUIRED_SCOPE)) throw new InstallError('scope-missing');

  const speaker: ConnectionOptions = {
    apiUrl: bigcommerce.apiUrl,
    storeHash,
    accessToken: grant.accessToken,
    requestId,
    log: (entry) => log.info(entry, 'bigcommerce'),
  };
  const connection = new Connection(speaker);
  const installation = {
    storeHash,
    accountUuid: grant.accountUuid,
    sealedToken: await sealToken(encryptionKeys, storeHash, grant.accessToken),
    scope: grant.scope,
    ownerId: grant.owner.id,
    storeName: await readStoreName(connection),
  };
  while (!(await saveInstallation(db, installation, seen))) {
    // In this order: a token that works now is newer than the installation just read.
    seen = await findInstallation(db, storeHash);
    if (!(await isAccepted(connection))) throw new InstallError('overtaken');
  }
  const launchCode = await createLaunchCode(db, {
    storeHash,
    user: { id: grant.user.id, email: grant.user.email },
    issuedAt: Math.floor(Date.now() / 1000),
  });
  if (launchCode === undefined) throw new InstallError('overtaken');
  if (grant.scope.includes(CUSTOMER_PANEL_SCOPE)) {
    afterwards(() => addCustomerPanel(new Connection(speaker), log));
  }
  return launchCode;
}

/**
 * The store's name is a courtesy; only a dead token, which a later install has replaced, counts.
 * @throws {InstallError}
 */
async function readStoreName(connection: Connection): Promise<string | undefined> {
  try {
    return (await getStore(connection)).name;
  } catch (error) {
    if (error instanceof BigCommerceError) {
      if (error.kind === 'unauthorized') throw new InstallError('overtaken');
      return undefined;
    }
    throw error;
  }
}

/** Whether BigCommerce certainly takes the connection's token; a missing scope proves that, too. */
async function isAccepted(connection: Connection): Promise<boolean> {
  try {
    await getStore(connection);
    return true;
  } catch (error) {
    return error instanceof BigCommerceError && error.kind === 'forbidden';
  }
}
