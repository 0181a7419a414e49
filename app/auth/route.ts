import { after } from 'next/server';
import { OAuthError } from '@/lib/bigcommerce/oauth.ts';
import { parseStoreContext } from '@/lib/bigcommerce/store-hash.ts';
import { config } from '@/lib/config.ts';
import { database } from '@/lib/database/database.ts';
import { InstallError, install } from '@/lib/installations/install.ts';
import { log } from '@/lib/log.ts';
import { CallbackError, type CallbackPageName } from '@/lib/requests/callback-error.ts';
import {
  callbackRoute,
  optionalParameter,
  requiredParameter,
} from '@/lib/requests/callback-route.ts';
import { seeOther } from '@/lib/requests/redirect.ts';
import { launchPath } from '@/lib/screens/deep-link.ts';
import { noteStore } from '@/lib/server/request-line.ts';
import { createLaunchCode } from '@/lib/sessions/launch-codes.ts';

/** BigCommerce opens this address when the owner installs or reinstalls the app. */
export const GET = callbackRoute('/auth', async ({ query }, { id }) => {
  const code = requiredParameter(query, 'code');
  const storeHash = storeHashOf(requiredParameter(query, 'context'));
  noteStore(storeHash);
  const scope = requiredParameter(query, 'scope');
  const accountUuid = optionalParameter(query, 'account_uuid');
  const external = optionalParameter(query, 'external_install') !== undefined;
  const { appUrl, bigcommerce } = config();
  const outside = `${bigcommerce.loginUrl}/app/${bigcommerce.clientId}/install`;
  try {
    const user = await install(
      { code, scope, storeHash, accountUuid },
      { requestId: id, log, afterwards: after },
    );
    const issuedAt = Math.floor(Date.now() / 1000);
    const launchCode = await createLaunchCode(await database(), {
      storeHash,
      user,
      issuedAt,
    }).catch((cause: unknown) => {
      throw new InstallError('not-opened', { cause });
    });
    if (launchCode === undefined) throw new InstallError('overtaken');
    const inside = appUrl + launchPath(storeHash, undefined, launchCode);
    return seeOther(external ? `${outside}/succeeded` : inside);
  } catch (error) {
    const known = installFailure(error);
    if (!known) throw error;
    if (error instanceof InstallError && error.cause !== undefined) {
      log.error({ err: error, requestId: id }, 'install');
    }
    if (!external) throw known;
    log.warn({ requestId: id, storeHash, outcome: known.message }, 'install');
    return seeOther(`${outside}/${known.page === 'installed' ? 'succeeded' : 'failed'}`);
  }
});

export { methodNotAllowed as HEAD } from '@/lib/requests/callback-route.ts';

/** @throws {CallbackError} unless the context has the form `stores/{store hash}` */
function storeHashOf(context: string): string {
  const hash = parseStoreContext(context);
  if (hash === undefined) throw new CallbackError(400, 'badRequest', 'context is malformed');
  return hash;
}

/** Once the code is spent, the store's token from before no longer works. */
function installFailure(error: unknown): CallbackError | undefined {
  if (error instanceof InstallError) {
    const { status, page } = installPages[error.reason];
    return new CallbackError(status, page, error.message);
  }
  if (error instanceof OAuthError) {
    return error.kind === 'rejected'
      ? new CallbackError(400, 'installRefused', error.message)
      : new CallbackError(502, 'installUnknown', error.message);
  }
  return undefined;
}

const installPages = {
  'scope-missing': { status: 403, page: 'scopeMissing' },
  'account-differs': { status: 400, page: 'installUnknown' },
  'not-kept': { status: 503, page: 'installUnknown' },
  'not-opened': { status: 503, page: 'installed' },
  overtaken: { status: 400, page: 'installRefused' },
} satisfies Record<InstallError['reason'], { status: number; page: CallbackPageName }>;
