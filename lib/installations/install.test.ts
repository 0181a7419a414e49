import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import { createLogger } from '../log.ts';
import { type Reply, startTestApi } from '../testing/test-api.ts';
import { install } from './install.ts';
import { findInstallation, saveInstallation } from './installations.ts';
import { renewStoreProfile } from './learn-store.ts';
import { openSealedToken, sealToken } from './token-vault.ts';

const api = startTestApi();
const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
afterAll(() => rmSync(folder, { recursive: true }));
const log = createLogger({ level: 'silent', pretty: false });

const grant = {
  access_token: 'new token',
  scope: 'store_v2_customers',
  user: { id: 7, email: 'ann@example.com' },
  owner: { id: 7 },
  context: 'stores/abc',
  account_uuid: 'account',
};

beforeEach(async () => {
  vi.stubEnv('APP_URL', 'http://localhost:3000');
  vi.stubEnv('BIGCOMMERCE_CLIENT_ID', 'client');
  vi.stubEnv('BIGCOMMERCE_CLIENT_SECRET', 'secret');
  vi.stubEnv('BIGCOMMERCE_API_URL', api.url);
  vi.stubEnv('BIGCOMMERCE_LOGIN_URL', api.url);
  vi.stubEnv('TOKEN_ENCRYPTION_KEYS', `test:${Buffer.alloc(32, 1).toString('base64')}`);
  vi.stubEnv('DATABASE_URL', `file:${join(folder, 'app.sqlite')}`);
  await (await database()).deleteFrom('installations').execute();
});

/** Installs, and returns the work that is to be done afterwards. */
async function installWith(code: string) {
  const later: (() => Promise<void>)[] = [];
  const request = { code, scope: grant.scope, storeHash: 'abc', accountUuid: 'account' };
  await install(request, { requestId: 'request', log, afterwards: (work) => later.push(work) });
  return async () => {
    for (const work of later) await work();
  };
}

async function stored() {
  return (await findInstallation(await database(), 'abc')) ?? expect.fail('not installed');
}

async function storedToken(): Promise<string> {
  return openSealedToken(config().encryptionKeys, 'abc', (await stored()).sealed_token);
}

async function saveToken(accessToken: string): Promise<void> {
  const db = await database();
  const sealedToken = await sealToken(config().encryptionKeys, 'abc', accessToken);
  const installation = {
    storeHash: 'abc',
    accountUuid: 'account',
    sealedToken,
    scope: ['store_v2_customers'],
    ownerId: 7,
  };
  await saveInstallation(db, installation, await findInstallation(db, 'abc'));
}

test('the token is stored before any other request is sent, and the name and the time zone are read afterwards', async () => {
  const profile = { name: 'Shop', timezone: { name: 'Australia/Sydney', raw_offset: 36_000 } };
  api.handle(({ url }) => ({ body: url === '/oauth2/token' ? grant : profile }));
  const finish = await installWith('code');
  expect(api.seen.map(({ url }) => url)).toEqual(['/oauth2/token']);
  expect(await storedToken()).toBe('new token');
  await finish();
  expect(await stored()).toMatchObject({
    store_name: 'Shop',
    store_time_zone: 'Australia/Sydney',
  });
  await saveToken('newer token');
  api.handle(() => ({ body: { name: 'Late' } }));
  await finish();
  expect(await stored()).toMatchObject({ store_name: 'Shop' });
});

test.each([undefined, null, {}, { name: 'Nowhere/Land' }, { name: null }])(
  'the name is kept with the time zone %j, which is not',
  async (timezone) => {
    api.handle(({ url }) => ({
      body: url === '/oauth2/token' ? grant : { name: 'Shop', timezone },
    }));
    await (await installWith('code'))();
    expect(await stored()).toMatchObject({ store_name: 'Shop', store_time_zone: null });
  },
);

test('launches read the name and the time zone again once a day', async () => {
  const scope = 'store_v2_customers store_v2_information_read_only';
  const profile = (name: string) => ({ name: 'Shop', timezone: { name } });
  api.handle(({ url }) => ({
    body: url === '/oauth2/token' ? { ...grant, scope } : profile('Asia/Tokyo'),
  }));
  await (await installWith('code'))();
  const before = api.seen.length;
  const launch = async () => renewStoreProfile(await stored(), { requestId: 'request', log });
  await launch();
  expect(api.seen).toHaveLength(before);

  const yesterday = Date.now() - 24 * 3_600_000;
  const db = await database();
  await db.updateTable('installations').set({ profile_asked_at: yesterday }).execute();
  api.handle(() => ({ body: profile('Asia/Seoul') }));
  await Promise.all([launch(), launch(), launch()]);
  expect(await stored()).toMatchObject({ store_time_zone: 'Asia/Seoul' });
  await launch();
  expect(api.seen).toHaveLength(before + 1);
});

test('a launch learns what could not be read at the installation', async () => {
  const scope = 'store_v2_customers store_v2_information_read_only';
  api.handle(({ url }) => {
    return url === '/oauth2/token' ? { body: { ...grant, scope } } : { status: 403 };
  });
  await (await installWith('code'))();
  api.handle(() => ({ body: { name: 'Shop', timezone: { name: 'Asia/Tokyo' } } }));
  await renewStoreProfile(await stored(), { requestId: 'request', log });
  expect(await stored()).toMatchObject({ store_name: 'Shop', store_time_zone: 'Asia/Tokyo' });
});

test('a launch asks nothing where the scope is missing', async () => {
  api.handle(({ url }) => (url === '/oauth2/token' ? { body: grant } : { status: 403 }));
  await (await installWith('code'))();
  const sent = api.seen.length;
  await renewStoreProfile(await stored(), { requestId: 'request', log });
  expect(api.seen).toHaveLength(sent);
});

test('a made-up code does not delay another install', async () => {
  const asked = Promise.withResolvers<ServerResponse>();
  api.handle(({ body }, response) => {
    if (!JSON.stringify(body).includes('made-up')) return { body: grant };
    asked.resolve(response);
    return 'hang';
  });
  const refused = installWith('made-up').catch((error: unknown) => error);
  const madeUp = await asked.promise;
  await installWith('code');
  expect(await storedToken()).toBe('new token');
  madeUp.writeHead(400).end('{}');
  expect(await refused).toMatchObject({ kind: 'rejected' });
});

test('a token that cannot be stored is no refusal: the old one no longer works', async () => {
  const db = await database();
  api.handle((_, response) => {
    sql`alter table installations rename to gone`
      .execute(db)
      .then(() => response.end(JSON.stringify(grant)));
    return 'hang';
  });
  await expect(installWith('code')).rejects.toMatchObject({ reason: 'not-kept' });
  await sql`alter table gone rename to installations`.execute(db);
});

describe('row 15: another install is stored during the exchange of the code', () => {
  /** @param verdict BigCommerce's answer to the token of this install */
  async function overtake(verdict: Reply): Promise<void> {
    api.handle(({ url }, response) => {
      if (url !== '/oauth2/token') return verdict;
      saveToken('another token').then(() => response.end(JSON.stringify(grant)));
      return 'hang';
    });
    await installWith('code');
  }

  test('a token that BigCommerce accepts is the newest, and replaces the other', async () => {
    for (const verdict of [{ body: {} }, { status: 403 }]) {
      await overtake(verdict);
      expect(await storedToken()).toBe('new token');
    }
  });

  test('a token that BigCommerce refuses is older, and is not stored', async () => {
    await expect(overtake({ status: 401 })).rejects.toMatchObject({ reason: 'overtaken' });
    expect(await storedToken()).toBe('another token');
  });

  test('a token whose state is unknown is stored, because it may be the only one that works', async () => {
    await overtake({ status: 404 });
    expect(await storedToken()).toBe('new token');
  });
});
