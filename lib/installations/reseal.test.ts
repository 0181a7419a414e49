import { beforeEach, expect, test } from 'vitest';
import { describeDatabases } from '../testing/test-database.ts';
import { findInstallation, saveInstallation } from './installations.ts';
import { reseal, resealAll } from './reseal.ts';
import { isSealedUnderNewestKey, openSealedToken, sealToken } from './token-vault.ts';

const oldKey = { id: '2025', key: new Uint8Array(32).fill(1) };
const newKey = { id: '2026', key: new Uint8Array(32).fill(2) };
const ring = [newKey, oldKey];
const running = new AbortController().signal;

describeDatabases('row 29: key rotation', (db) => {
  async function install(storeHash: string, sealedToken: string): Promise<void> {
    const installation = {
      storeHash,
      accountUuid: 'account',
      sealedToken,
      scope: [],
      ownerId: 1,
    };
    await saveInstallation(db(), installation, await findInstallation(db(), storeHash));
  }
  const stored = async (storeHash: string) =>
    (await findInstallation(db(), storeHash))?.sealed_token ?? '';

  const row = (storeHash: string, sealedToken: string) => ({
    store_hash: storeHash,
    account_uuid: 'account',
    generation: 1,
    sealed_token: sealedToken,
    scope: '',
    owner_id: 1,
    installed_at: 0,
  });

  beforeEach(async () => install('abc', await sealToken([oldKey], 'abc', 'first')));

  test('a row is rewritten under the new key, once, and opens without the old one', async () => {
    const store = { hash: 'abc', sealedToken: await stored('abc') };
    const rewritten = await Promise.all([1, 2, 3].map(() => reseal(db(), ring, store, 'first')));
    expect(rewritten.filter(Boolean)).toHaveLength(1);
    expect(await openSealedToken([newKey], 'abc', await stored('abc'))).toBe('first');
  });

  test('a row under the newest key stays as it is', async () => {
    const sealedToken = await sealToken(ring, 'abc', 'first');
    await install('abc', sealedToken);
    expect(await reseal(db(), ring, { hash: 'abc', sealedToken }, 'first')).toBe(false);
    expect(await stored('abc')).toBe(sealedToken);
  });

  test('a token that a reinstall stored meanwhile is kept', async () => {
    const store = { hash: 'abc', sealedToken: await stored('abc') };
    await install('abc', await sealToken(ring, 'abc', 'second'));
    expect(await reseal(db(), ring, store, 'first')).toBe(false);
    expect(await openSealedToken(ring, 'abc', await stored('abc'))).toBe('second');
  });

  test('all rows that can be opened are rewritten, also by several instances at the same time', async () => {
    const rows = await Promise.all(
      Array.from({ length: 450 }, async (_, n) => {
        const hash = `store${n}`;
        return row(hash, n === 7 ? 'broken' : await sealToken([oldKey], hash, `token ${n}`));
      }),
    );
    await db().insertInto('installations').values(rows).execute();
    const results = await Promise.all([1, 2].map(() => resealAll(db(), ring, running)));
    expect(results.reduce((sum, { rewritten }) => sum + rewritten, 0)).toBe(450);
    for (const { unreadable } of results) expect(unreadable).toEqual(['store7']);
    const after = await db().selectFrom('installations').selectAll().execute();
    const left = after.filter(({ sealed_token }) => !isSealedUnderNewestKey(ring, sealed_token));
    expect(left.map(({ store_hash }) => store_hash)).toEqual(['store7']);
    expect(await openSealedToken([newKey], 'store449', await stored('store449'))).toBe('token 449');
  });
});
