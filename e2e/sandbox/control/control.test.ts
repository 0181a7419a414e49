import { once } from 'node:events';
import http from 'node:http';
import { expect, test } from 'vitest';
import { sandboxForTests, storeApi } from '../../support/test-sandbox.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();

test('the state describes the seeded stores', async () => {
  const aurora = await sandbox.control.state(auroraHash);
  const bramble = await sandbox.control.state(brambleHash);
  expect([aurora.segments.length, bramble.segments.length]).toEqual([240, 3]);
  expect(new Set(aurora.segments.map(({ name }) => name)).size).toBe(240);
  expect(aurora.hash).toMatch(/^[a-z0-9]{1,32}$/);
  for (const { users } of [aurora, bramble]) {
    expect(users.map(({ role, locale }) => `${role} ${locale}`)).toEqual([
      'owner en-US',
      'staff de-DE',
      'staff en-GB',
    ]);
  }
});

test('a reset restores the data and settings, and ends installations', async () => {
  const before = await sandbox.control.state(auroraHash);
  const token = await sandbox.control.install(auroraHash);
  const api = storeApi(sandbox.url, auroraHash, token);
  await api('DELETE', '/v3/segments');
  await sandbox.control.set({ quota: 1 });
  await sandbox.control.reset();
  expect(await sandbox.control.set({})).toMatchObject({ quota: 20_000 });
  expect((await api('GET', '/v3/segments')).status).toBe(401);
  expect(await sandbox.control.state(auroraHash)).toEqual(before);
});

test('the log has the requests with their headers and bodies, and can be cleared', async () => {
  const token = await sandbox.control.install(auroraHash);
  const api = storeApi(sandbox.url, auroraHash, token);
  await api('POST', '/v3/segments?x=1', [{ name: 'Logged' }], {
    headers: {
      'x-auth-token': token,
      'content-type': 'application/json',
      'x-correlation-id': 'request-1',
      'user-agent': 'a test',
    },
  });
  expect(await sandbox.control.log()).toMatchObject([
    {
      kind: 'api',
      store: auroraHash,
      method: 'POST',
      path: `/stores/${auroraHash}/v3/segments?x=1`,
      headers: { 'x-correlation-id': 'request-1', 'user-agent': 'a test', 'x-auth-token': token },
      body: [{ name: 'Logged' }],
      status: 201,
      inFlight: 1,
    },
  ]);
  await sandbox.control.clearLog();
  expect(await sandbox.control.log()).toEqual([]);
});

test('segments can be replaced by numbered ones or by given ones', async () => {
  expect(await sandbox.control.setSegments(auroraHash, { count: 1_000 })).toHaveLength(1_000);
  expect((await sandbox.control.state(auroraHash)).segments).toHaveLength(1_000);
  await sandbox.control.setSegments(auroraHash, { items: [{ name: '<b>Bold</b>' }] });
  expect((await sandbox.control.state(auroraHash)).segments).toMatchObject([
    { name: '<b>Bold</b>' },
  ]);
  await sandbox.control.setSegments(auroraHash, { count: 0 });
  expect((await sandbox.control.state(auroraHash)).segments).toEqual([]);
});

test('stores can be added and last until the next reset', async () => {
  const { users } = await sandbox.control.addStore('another1', 3);
  expect(users.map(({ role }) => role)).toEqual(['owner', 'staff', 'staff', 'staff']);
  expect(new Set(users.map(({ id }) => id)).size).toBe(4);
  const api = await sandbox.api('another1');
  await api('POST', '/v3/segments', [{ name: 'Its own' }]);
  const { segments } = await sandbox.control.state('another1');
  expect(segments).toMatchObject([{ name: 'Its own' }]);
  await expect(sandbox.control.addStore('another1')).rejects.toThrow('409');
  await expect(sandbox.control.addStore('../x')).rejects.toThrow('400');
  await sandbox.control.reset();
  await expect(sandbox.control.state('another1')).rejects.toThrow('404');
});

test('changing one setting keeps the others', async () => {
  await sandbox.control.set({ quota: 77 });
  expect(await sandbox.control.set({ maxLimit: 10 })).toMatchObject({ quota: 77, maxLimit: 10 });
});

test('invalid input is refused', async () => {
  await expect(sandbox.control.set(JSON.parse('{"qouta":1}'))).rejects.toThrow('qouta');
  await expect(sandbox.control.addFault({ path: '(', fault: '500' })).rejects.toThrow('400');
  await expect(sandbox.control.state('nowhere')).rejects.toThrow('404');
});

test('requests from other sites and under other host names are refused', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST', headers });
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post({})).status).toBe(204);
  // fetch does not allow setting the header Host.
  const request = http.get(`${sandbox.url}/_sandbox/log`, { headers: { host: 'evil.example' } });
  const [response]: http.IncomingMessage[] = await once(request, 'response');
  expect(response?.resume().statusCode).toBe(403);
});
