import { randomBytes } from 'node:crypto';
import { callApp } from '../app-callback.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Store } from '../sandbox-store.ts';
import type { StoreUser } from '../seed/seed-users.ts';
import { payloadClaims, signPayload } from './issue-payload.ts';

/** Issues a token and revokes the one before it. */
export function install(store: Store, scopes: readonly string[]): string {
  const accessToken = randomBytes(16).toString('hex');
  store.installation = { accessToken, scopes, live: true };
  return accessToken;
}

/**
 * Revokes the token, removes what the app has added, and only then calls the app. The app's answer
 * changes nothing.
 */
export async function uninstall(sandbox: Sandbox, store: Store): Promise<void> {
  store.installation = undefined;
  store.appExtensions.clear();
  await callApp(sandbox, store, 'uninstall', store.owner);
}

export async function removeUser(sandbox: Sandbox, store: Store, user: StoreUser): Promise<void> {
  store.withoutAccess.add(user.id);
  await callApp(sandbox, store, 'remove_user', user);
}

/** The address that opens the app for a user. `deepLink` is the payload's `url`. */
export async function loadUrl(
  { app }: Sandbox,
  store: Store,
  user: StoreUser,
  deepLink?: string,
): Promise<string> {
  const jwt = await signPayload(payloadClaims(app, store, user, deepLink), app.clientSecret);
  return `${app.url}/load?${new URLSearchParams({ signed_payload_jwt: jwt })}`;
}

export function issueCode(
  { app, codes, settings }: Sandbox,
  store: Store,
  user: StoreUser,
): string {
  return codes.issue({
    storeHash: store.hash,
    userId: user.id,
    clientId: app.clientId,
    scopes: settings.scopes,
    expiresAt: Date.now() + settings.codeLifetimeMs,
  });
}

/** The address that the browser opens after a user has agreed to install the app. */
export function authUrl({ app, settings }: Sandbox, store: Store, code: string): string {
  const query = new URLSearchParams({
    code,
    scope: settings.scopes.join(' '),
    context: `stores/${store.hash}`,
    account_uuid: store.accountUuid,
  });
  return `${app.url}/auth?${query}`;
}
