import { after } from 'next/server';
import { config } from '@/lib/config.ts';
import { database } from '@/lib/database/database.ts';
import { findInstallation, predatesInstallation } from '@/lib/installations/installations.ts';
import { renewStoreProfile } from '@/lib/installations/learn-store.ts';
import { log } from '@/lib/log.ts';
import { CallbackError } from '@/lib/requests/callback-error.ts';
import { callbackRoute } from '@/lib/requests/callback-route.ts';
import { seeOther } from '@/lib/requests/redirect.ts';
import { verifiedPayload } from '@/lib/requests/verified-payload.ts';
import { launchPath } from '@/lib/screens/deep-link.ts';
import { createLaunchCode } from '@/lib/sessions/launch-codes.ts';
import { rememberPayload } from '@/lib/sessions/seen-payloads.ts';

/** BigCommerce opens this address when a user opens the app in the control panel. */
export const GET = callbackRoute('/load', async (callback, { id }) => {
  const payload = await verifiedPayload(callback);
  const { storeHash, user, issuedAt, url } = payload;
  const { appUrl, loadMaxAge } = config();
  const db = await database();
  const isFirst = await rememberPayload(db, payload);
  // BigCommerce's claims are valid for a day, but addresses stay in histories and logs.
  if (Date.now() / 1000 - issuedAt > loadMaxAge) {
    throw new CallbackError(401, 'openAgain', 'the payload is too old to open the app');
  }
  const installation = await findInstallation(db, storeHash);
  if (!installation) throw new CallbackError(404, 'notInstalled', 'the store is not installed');
  if (!isFirst && predatesInstallation(installation, issuedAt)) {
    throw new CallbackError(401, 'openAgain', 'the payload was used before the installation');
  }
  const code = await createLaunchCode(db, { storeHash, user, issuedAt });
  if (code === undefined) {
    throw new CallbackError(403, 'accessRemoved', "the user's access was removed");
  }
  after(() => renewStoreProfile(installation, { requestId: id, log }));
  return seeOther(appUrl + launchPath(storeHash, url, code));
});

export { methodNotAllowed as HEAD } from '@/lib/requests/callback-route.ts';
