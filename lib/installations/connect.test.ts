import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { listSegments } from '../bigcommerce/segments.ts';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import { createLogger } from '../log.ts';
import { startTestApi } from '../testing/test-api.ts';
import { connect } from './connect.ts';
import { findInstallation, saveInstallation } from './installations.ts';
import { recheckToken } from './recheck-token.ts';
import { openSealedToken, sealToken } from './token-vault.ts';

const api = startTestApi();
const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
afterAll(() => rmSync(folder, { recursive: true }));
const log = createLogger({ level: 'silent', pretty: false });

beforeEach(async () => {
  vi.stubEnv('APP_URL', 'http://localhost:3000');
  vi.stubEnv('BIGCOMMERCE_CLIENT_ID', 'client');
  vi.stubEnv('BIGCOMMERCE_CLIENT_SECRET', 'secret');
  vi.stubEnv('BIGCOMMERCE_API_URL', api.url);
  const [newest, older] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
  vi.stubEnv('TOKEN_ENCRYPTION_KEYS', `new:${newest},old:${older}`);
  vi.stubEnv('DATABASE_URL', `file:${join(folder, 'app.sqlite')}`);
  await install('first');
});

async function install(accessToken: string, keys = config().encryptionKeys): Promise<void> {
  const db = await database();
  const installation = {
    storeHash: 'abc',
    accountUuid: 'account',
    sealedToken: await sealToken(keys, 'abc', accessToken),
    scope: ['store_v2_customers'],
    ownerId: 1,
  };
  await saveInstallation(db, installation, await findInstallation(db, 'abc'));
}

async function installation() {
  return (await findInstallation(await database(), 'abc')) ?? expect.fail('not installed');
}

const options = { requestId: 'request', log };

async function storeAsStored() {
  const { store_hash, generation, sealed_token, token_rejected_at } = await installation();
  return {
    hash: store_hash,
    generation,
    sealedToken: sealed_token,
    tokenRejected: token_rejected_at !== null,
  };
}

async function connectAsStored() {
  return connect(await storeAsStored(), options);
}

/** Lets BigCommerce accept only this token. */
function accept(token: string): void {
  const pagination = { total: 0, per_page: 50, total_pages: 0 };
  api.handle(({ headers }) =>
    headers['x-auth-token'] === token
      ? { body: { data: [], meta: { pagination } } }
      : { status: 401 },
  );
}

test('a refused token is marked, and is not sent again', async () => {
  accept('another');
  await expect(listSegments(await connectAsStored())).rejects.toMatchObject({
    kind: 'unauthorized',
  });
  expect((await installation()).token_rejected_at).not.toBeNull();
  await expect(connectAsStored()).rejects.toMatchObject({ kind: 'unauthorized' });
  expect(api.seen).toHaveLength(1);
});

test('a token that several requests are refused with is marked once', async () => {
  accept('another');
  const connections = await Promise.all([connectAsStored(), connectAsStored()]);
  const warn = vi.spyOn(log, 'warn');
  for (const connection of connections) await listSegments(connection).catch(() => undefined);
  expect(api.seen).toHaveLength(2);
  expect(warn).toHaveBeenCalledOnce();
});

test('a reinstall clears the mark', async () => {
  accept('second');
  await listSegments(await connectAsStored()).catch(() => undefined);
  await install('second');
  expect((await installation()).token_rejected_at).toBeNull();
  expect(await listSegments(await connectAsStored())).toEqual([]);
});

describe('checking a refused token again', () => {
  async function refuse(): Promise<void> {
    accept('another');
    await listSegments(await connectAsStored()).catch(() => undefined);
    expect((await installation()).token_rejected_at).not.toBeNull();
    api.seen.length = 0;
  }

  test.each([{ body: {} }, { status: 403 }])('clears the mark after %j', async (reply) => {
    await refuse();
    api.handle(() => reply);
    expect((await recheckToken(await storeAsStored(), options)).tokenRejected).toBe(false);
    expect((await installation()).token_rejected_at).toBeNull();
  });

  test.each([401, 404])('sends one request, and changes nothing after %i', async (status) => {
    await refuse();
    api.handle(() => ({ status }));
    expect((await recheckToken(await storeAsStored(), options)).tokenRejected).toBe(true);
    expect(api.seen).toHaveLength(1);
    expect((await installation()).token_rejected_at).not.toBeNull();
  });

  test('sends nothing when there is no mark', async () => {
    await recheckToken(await storeAsStored(), options);
    expect(api.seen).toEqual([]);
  });

  test('keeps the mark of a later installation', async () => {
    await refuse();
    const before = await storeAsStored();
    await install('second');
    await listSegments(await connectAsStored()).catch(() => undefined);
    api.handle(() => ({ body: {} }));
    await recheckToken(before, options);
    expect((await installation()).token_rejected_at).not.toBeNull();
  });
});

test('a late refusal of the previous token does not mark the new installation', async () => {
  accept('second');
  const late = await connectAsStored();
  await install('second');
  await expect(listSegments(late)).rejects.toMatchObject({ kind: 'unauthorized' });
  expect((await installation()).token_rejected_at).toBeNull();
});

test('no other failure marks the token', async () => {
  for (const status of [400, 403, 404, 409, 422]) {
    api.handle(() => ({ status }));
    await listSegments(await connectAsStored()).catch(() => undefined);
  }
  expect((await installation()).token_rejected_at).toBeNull();
});

test('row 29: a token under an older key works, and is sealed anew under the newest', async () => {
  accept('first');
  await install('first', config().encryptionKeys.slice(1));
  const before = (await installation()).sealed_token;
  expect(await listSegments(await connectAsStored())).toEqual([]);
  const after = (await installation()).sealed_token;
  expect(after).not.toBe(before);
  expect(await openSealedToken(config().encryptionKeys.slice(0, 1), 'abc', after)).toBe('first');
  await connectAsStored();
  expect((await installation()).sealed_token).toBe(after);
});

test('row 28: a token that no key decrypts is never sent', async () => {
  const elsewhere = { id: 'elsewhere', key: new Uint8Array(32).fill(9) };
  await install('first', [elsewhere]);
  await expect(connectAsStored()).rejects.toThrow('no encryption key with the id elsewhere');
  expect(api.seen).toEqual([]);
});
