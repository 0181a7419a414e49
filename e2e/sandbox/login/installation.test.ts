import { once } from 'node:events';
import http from 'node:http';
import { jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { client, type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraOwner, germanStaff } from '../seed/seed-users.ts';
import { auroraHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const key = new TextEncoder().encode(client.clientSecret);

let app: http.Server;
let api: StoreApi;
let calls: { url: URL; headers: http.IncomingHttpHeaders; apiStatus: number }[];

beforeEach(async () => {
  calls = [];
  app = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://app');
    const { status } = await api('GET', '/v3/segments');
    calls.push({ url, headers: request.headers, apiStatus: status });
    response.end();
  });
  app.listen(0, 'localhost');
  await once(app, 'listening');
  const address = app.address();
  if (typeof address === 'string' || address === null) throw new Error('No port');
  await sandbox.control.setAppUrl(`http://localhost:${address.port}`);
  api = await sandbox.api(auroraHash);
});
afterEach(async () => {
  await sandbox.control.setAppUrl(client.appUrl);
  app.close();
});

test('uninstalling revokes the token first, then calls the app as a server would', async () => {
  await sandbox.control.uninstall(auroraHash);
  expect(calls).toHaveLength(1);
  const [call] = calls;
  expect(call?.url.pathname).toBe('/uninstall');
  expect(call?.apiStatus).toBe(401);
  expect(call?.headers).not.toHaveProperty('sec-fetch-mode');
  const jwt = call?.url.searchParams.get('signed_payload_jwt') ?? '';
  const { payload } = await jwtVerify(jwt, key, { audience: client.clientId, issuer: 'bc' });
  expect(payload).toMatchObject({ sub: `stores/${auroraHash}`, user: { id: auroraOwner.id } });
  expect((await sandbox.control.state(auroraHash)).installation).toBeNull();
});

test('remove_user names the removed user and keeps the token valid', async () => {
  await sandbox.control.removeUser(auroraHash, germanStaff.id);
  const jwt = calls[0]?.url.searchParams.get('signed_payload_jwt') ?? '';
  const { payload } = await jwtVerify(jwt, key);
  expect(payload.user).toEqual({
    id: germanStaff.id,
    email: germanStaff.email,
    locale: 'de-DE',
  });
  expect(payload.owner).toEqual({ id: auroraOwner.id, email: auroraOwner.email });
  expect(calls[0]?.apiStatus).toBe(200);
});

test('an app that does not answer is uninstalled all the same', async () => {
  await sandbox.control.setAppUrl('http://localhost:9');
  await sandbox.control.uninstall(auroraHash);
  const entry = (await sandbox.control.log()).find(({ kind }) => kind === 'callback');
  expect(entry).toMatchObject({ kind: 'callback', store: auroraHash, status: null });
  expect((await api('GET', '/v3/segments')).status).toBe(401);
});

test('a removed user has no access, even after a reinstallation', async () => {
  await sandbox.control.removeUser(auroraHash, germanStaff.id);
  await sandbox.control.install(auroraHash);
  const { users } = await sandbox.control.state(auroraHash);
  expect(users.filter(({ hasAccess }) => !hasAccess)).toMatchObject([{ id: germanStaff.id }]);
});

test('the owner cannot be removed', async () => {
  const removal = sandbox.control.removeUser(auroraHash, auroraOwner.id);
  await expect(removal).rejects.toThrow('owner');
  expect(calls).toEqual([]);
});

test('a token can be revoked without calling the app', async () => {
  await sandbox.control.revokeToken(auroraHash);
  expect((await api('GET', '/v3/segments')).status).toBe(401);
  expect(calls).toEqual([]);
  expect((await sandbox.control.state(auroraHash)).installation).toMatchObject({ live: false });
});
