import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import { createLogger } from '../log.ts';
import { type Reply, startTestApi } from '../testing/test-api.ts';
import { findInstallation, pendingUninstalls, saveInstallation } from './installations.ts';
import { sealToken } from './token-vault.ts';
import { confirmUninstalls, uninstall } from './uninstall.ts';

const api = startTestApi();
const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
afterAll(() => rmSync(folder, { recursive: true }));
const log = createLogger({ level: 'silent', pretty: false });
const signal = new AbortController().signal;
const options = { requestId: 'request', log, signal };
const day = 24 * 3600_000;

beforeEach(async () => {
  vi.stubEnv('APP_URL', 'http://localhost:3000');
  vi.stubEnv('BIGCOMMERCE_CLIENT_ID', 'client');
  vi.stubEnv('BIGCOMMERCE_CLIENT_SECRET', 'secret');
  vi.stubEnv('BIGCOMMERCE_API_URL', api.url);
  vi.stubEnv('TOKEN_ENCRYPTION_KEYS', `test:${Buffer.alloc(32, 1).toString('base64')}`);
  vi.stubEnv('DATABASE_URL', `file:${join(folder, 'app.sqlite')}`);
  await (await database()).deleteFrom('installations').execute();
  for (const hash of ['abc', 'other']) await install(hash);
});

async function install(storeHash: string): Promise<void> {
  const db = await database();
  const installation = {
    storeHash,
    accountUuid: 'account',
    sealedToken: await sealToken(config().encryptionKeys, storeHash, `token of ${storeHash}`),
    scope: [],
    ownerId: 1,
  };
  await saveInstallation(db, installation, await findInstallation(db, storeHash));
}

/** BigCommerce's answer to every request. */
function answer(reply: Reply): void {
  api.handle(() => reply);
}

const isInstalled = async (hash: string) =>
  (await findInstallation(await database(), hash)) !== undefined;
const pending = async () =>
  (await pendingUninstalls(await database())).map((row) => row.store_hash);
const request = (hash = 'abc') => uninstall(hash, Math.floor(Date.now() / 1000), options);

test('row 12: while the token works nothing is erased, and it is checked again later', async () => {
  answer({ body: {} });
  expect(await request()).toBe('kept');
  expect(await confirmUninstalls(options)).toBe(0);
  expect(await isInstalled('abc')).toBe(true);
  answer({ status: 401 });
  expect(await confirmUninstalls(options)).toBe(1);
  expect(await isInstalled('abc')).toBe(false);
});

test('row 12: the tokens of stores without an uninstall are not checked', async () => {
  answer({ status: 401 });
  expect(await confirmUninstalls(options)).toBe(0);
  expect(api.seen).toEqual([]);
  expect(await isInstalled('other')).toBe(true);
});

test.each([403, 404, 500])('row 12: %i erases nothing', async (status) => {
  answer({ status });
  expect(await request()).toBe('kept');
  expect(await confirmUninstalls(options)).toBe(0);
  expect(await isInstalled('abc')).toBe(true);
});

test('row 12: a store reinstalled since is not erased', async () => {
  answer({ body: {} });
  await request();
  api.handle(() => ({ status: 401 }));
  const asking = confirmUninstalls(options);
  await install('abc');
  await asking;
  expect(await isInstalled('abc')).toBe(true);
});

test('row 12: a store whose token cannot be checked does not hold up the others', async () => {
  answer({ body: {} });
  await request('abc');
  await request('other');
  await (await database())
    .updateTable('installations')
    .set({ sealed_token: 'broken' })
    .where('store_hash', '=', 'abc')
    .execute();
  const error = vi.spyOn(log, 'error');
  answer({ status: 401 });
  expect(await confirmUninstalls(options)).toBe(1);
  expect(await isInstalled('other')).toBe(false);
  expect(await isInstalled('abc')).toBe(true);
  expect(error).toHaveBeenCalledOnce();
});

test('row 12: several instances at the same time erase the store once, and no other', async () => {
  answer({ body: {} });
  await request();
  answer({ status: 401 });
  await Promise.all([1, 2, 3].map(() => confirmUninstalls(options)));
  expect(await isInstalled('abc')).toBe(false);
  expect(await isInstalled('other')).toBe(true);
});

test('row 12: if the token still works a day later, the app was not uninstalled', async () => {
  answer({ body: {} });
  await request();
  await confirmUninstalls(options, Date.now() + day - 60_000);
  expect(await pending()).toEqual(['abc']);
  await confirmUninstalls(options, Date.now() + day + 60_000);
  expect(await pending()).toEqual([]);
  expect(await isInstalled('abc')).toBe(true);
});

test('row 12: a day in which the state of the token is unknown proves nothing', async () => {
  answer({ status: 404 });
  await request();
  await confirmUninstalls(options, Date.now() + 2 * day);
  expect(await pending()).toEqual(['abc']);
});

test('row 12: stopping ends the checks', async () => {
  answer({ body: {} });
  await request();
  api.seen.length = 0;
  await confirmUninstalls({ ...options, signal: AbortSignal.abort() });
  expect(api.seen).toEqual([]);
});
