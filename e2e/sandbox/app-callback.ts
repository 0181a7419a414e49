import http from 'node:http';
import https from 'node:https';
import { payloadClaims, signPayload } from './login/issue-payload.ts';
import type { Sandbox } from './sandbox.ts';
import type { Store } from './sandbox-store.ts';
import type { StoreUser } from './seed/seed-users.ts';

const timeoutMs = 10_000;

/** Calls the app from server to server: it was uninstalled, or a user lost access. */
export async function callApp(
  { app, log }: Sandbox,
  store: Store,
  event: 'uninstall' | 'remove_user',
  user: StoreUser,
): Promise<void> {
  const jwt = await signPayload(payloadClaims(app, store, user), app.clientSecret);
  const path = `/${event}?${new URLSearchParams({ signed_payload_jwt: jwt })}`;
  const headers = { 'user-agent': 'BigCommerce sandbox' };
  const entry = log.start({
    kind: 'callback',
    store: store.hash,
    method: 'GET',
    path,
    headers,
    body: null,
  });
  log.finish(entry, await statusOf(app.url + path, headers));
}

// Not fetch: it adds Sec-Fetch-Mode, which marks a request as a browser's.
function statusOf(url: string, headers: Record<string, string>): Promise<number | null> {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const call = request(url, { headers, agent: false, signal: AbortSignal.timeout(timeoutMs) });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    call.on('error', () => resolve(null));
    call.end();
  });
}
