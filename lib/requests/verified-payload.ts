import { type SignedPayload, verifySignedPayload } from '../bigcommerce/signed-payload.ts';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import { noteStore } from '../server/request-line.ts';
import { rememberPayload } from '../sessions/seen-payloads.ts';
import { CallbackError } from './callback-error.ts';
import { type Callback, requiredParameter } from './callback-route.ts';

/** The verified payload of a callback. @throws {CallbackError | SignedPayloadError} */
export async function verifiedPayload({ query }: Callback): Promise<SignedPayload> {
  const { clientId, clientSecret } = config().bigcommerce;
  const jwt = requiredParameter(query, 'signed_payload_jwt');
  const payload = await verifySignedPayload(jwt, { clientId, clientSecret });
  noteStore(payload.storeHash);
  return payload;
}

/**
 * The verified payload of a callback that BigCommerce's server sends. Every user can take such a
 * payload from the address that opens the app, so one that a browser sends, or that has come
 * before, is refused. One that comes late is accepted, or a removed user would keep access.
 * @throws {CallbackError | SignedPayloadError}
 */
export async function verifiedServerPayload(callback: Callback): Promise<SignedPayload> {
  const payload = await verifiedPayload(callback);
  if (callback.headers.has('sec-fetch-mode')) {
    throw new CallbackError(403, 'notVerified', 'the call comes from a browser');
  }
  if (!(await rememberPayload(await database(), payload))) {
    throw new CallbackError(403, 'notVerified', 'the payload has come before');
  }
  return payload;
}
