import { beforeEach, describe, expect, test } from 'vitest';
import {
  eraseInstallation,
  findInstallation,
  requestUninstall,
  saveInstallation,
  saveStoreProfile,
} from '../installations/installations.ts';
import { removeUser } from '../installations/users.ts';
import { describeDatabases } from '../testing/test-database.ts';
import { createLaunchCode, redeemLaunchCode } from './launch-codes.ts';
import { endSession, findSession } from './sessions.ts';

const T0 = Date.parse('2026-01-01T00:00:00Z');
const iat = T0 / 1000;
const lifetimes = { idleLifetime: 100, absoluteLifetime: 1000 };
const user = { id: 7, email: 'ann@example.com', locale: 'de-DE' };

describeDatabases('sessions', (db) => {
  async function installed(storeHash: string) {
    await saveInstallation(
      db(),
      {
        storeHash,
        accountUuid: 'account',
        sealedToken: `sealed for ${storeHash}`,
        scope: ['store_v2_customers'],
        ownerId: 1,
      },
      await findInstallation(db(), storeHash),
      T0,
    );
    await saveStoreProfile(
      db(),
      { storeHash, sealedToken: `sealed for ${storeHash}` },
      { name: 'Shop', timeZone: 'Asia/Tokyo' },
    );
  }

  async function launch(storeHash = 'abc', who = user, issuedAt = iat) {
    return createLaunchCode(db(), { storeHash, user: who, issuedAt }, T0);
  }

  async function open(storeHash = 'abc', who = user): Promise<string> {
    const token = await redeemLaunchCode(db(), storeHash, await launch(storeHash, who), T0);
    if (token === undefined) throw new Error('the launch code was refused');
    return token;
  }

  const find = (token: unknown, seconds = 0) =>
    findSession(db(), token, lifetimes, T0 + seconds * 1000);

  beforeEach(async () => {
    await installed('abc');
    await installed('other');
  });

  describe('launch codes', () => {
    test('row 16: one code, fifty redemptions at once, one session', async () => {
      const code = await launch();
      const tokens = await Promise.all(
        Array.from({ length: 50 }, () => redeemLaunchCode(db(), 'abc', code, T0)),
      );
      expect(tokens.filter((token) => token !== undefined)).toHaveLength(1);
      expect(await db().selectFrom('sessions').selectAll().execute()).toHaveLength(1);
    });

    test('row 16: expired or made-up codes open nothing', async () => {
      const code = await launch();
      expect(await redeemLaunchCode(db(), 'abc', code, T0 + 60_000)).toBeUndefined();
      for (const made of ['A'.repeat(43), 'short', '', undefined, ['x'], { code }]) {
        expect(await redeemLaunchCode(db(), 'abc', made, T0)).toBeUndefined();
      }
    });

    test("another store's page does not spend a code", async () => {
      const code = await launch();
      expect(await redeemLaunchCode(db(), 'other', code, T0)).toBeUndefined();
      expect(await redeemLaunchCode(db(), 'abc', code, T0)).toBeDefined();
    });

    test('a store that is not installed gets no code', async () => {
      expect(await launch('nobody')).toBeUndefined();
    });

    test('neither codes nor tokens are in the database', async () => {
      const code = await launch();
      const token = await open();
      const rows = JSON.stringify([
        await db().selectFrom('launch_codes').selectAll().execute(),
        await db().selectFrom('sessions').selectAll().execute(),
      ]);
      expect(rows).not.toContain(code);
      expect(rows).not.toContain(token);
    });
  });

  describe('a session', () => {
    test('keeps the time zone with which it started; a later one has the new zone', async () => {
      const earlier = await open();
      const sealedToken = 'sealed for abc';
      await saveStoreProfile(
        db(),
        { storeHash: 'abc', sealedToken },
        { name: 'Shop', timeZone: 'Asia/Seoul' },
      );
      expect(await find(earlier)).toMatchObject({ store: { timeZone: 'Asia/Tokyo' } });
      expect(await find(await open())).toMatchObject({ store: { timeZone: 'Asia/Seoul' } });
    });

    test('holds the user, the store and the end', async () => {
      expect(await find(await open())).toEqual({
        tokenHash: expect.any(String),
        store: {
          hash: 'abc',
          name: 'Shop',
          timeZone: 'Asia/Tokyo',
          generation: 1,
          sealedToken: 'sealed for abc',
          tokenRejected: false,
        },
        user,
        expiresAt: T0 + 100_000,
      });
    });

    test('row 17: ends after the idle lifetime without use, and lives on with use', async () => {
      const token = await open();
      expect(await find(token, 99)).toBeDefined();
      expect(await find(token, 198)).toBeDefined();
      expect(await find(token, 298)).toBeUndefined();
    });

    test('a use is stored only a fiftieth of the idle lifetime after the last, so that most requests only read', async () => {
      const token = await open();
      const usedAt = async (second: number) => {
        await find(token, second);
        return db().selectFrom('sessions').select('used_at').executeTakeFirst();
      };
      expect(await usedAt(2)).toEqual({ used_at: T0 });
      expect(await usedAt(3)).toEqual({ used_at: T0 + 3_000 });
      expect(await usedAt(5)).toEqual({ used_at: T0 + 3_000 });
    });

    test('row 17: ends after the absolute lifetime however much it is used', async () => {
      const token = await open();
      for (let second = 0; second < 1000; second += 90)
        expect(await find(token, second)).toBeDefined();
      expect((await find(token, 999))?.expiresAt).toBe(T0 + 1_000_000);
      expect(await find(token, 1000)).toBeUndefined();
    });

    test('keeps the locale of earlier payloads when a reinstall brings none', async () => {
      await open();
      const { id, email } = user;
      const opening = { storeHash: 'abc', user: { id, email }, issuedAt: iat };
      const token = await redeemLaunchCode(
        db(),
        'abc',
        await createLaunchCode(db(), opening, T0),
        T0,
      );
      expect((await find(token))?.user.locale).toBe('de-DE');
    });

    test.each([undefined, null, '', 'garbage', 'A'.repeat(43), 'A'.repeat(44), 5, {}])(
      'row 17: %j is no session',
      async (token) => {
        expect(await find(token)).toBeUndefined();
      },
    );

    test('rows 17 and 21: log-out ends it and no other session', async () => {
      const [mine, another] = [await open(), await open()];
      const session = await find(mine);
      if (session) await endSession(db(), session);
      expect(await find(mine)).toBeUndefined();
      expect(await find(another)).toBeDefined();
    });
  });

  describe('row 21: what ends sessions of a store or user', () => {
    test('a reinstall ends them, and codes given out before', async () => {
      const token = await open();
      const code = await launch();
      const elsewhere = await open('other');
      await installed('abc');
      expect(await find(token)).toBeUndefined();
      expect(await redeemLaunchCode(db(), 'abc', code, T0)).toBeUndefined();
      expect(await find(elsewhere)).toBeDefined();
    });

    test('an uninstall ends them before anything is erased', async () => {
      const token = await open();
      const elsewhere = await open('other');
      const seen = await requestUninstall(db(), 'abc', iat);
      expect(await find(token)).toBeUndefined();
      if (seen) await eraseInstallation(db(), seen);
      expect(await launch()).toBeUndefined();
      expect(await find(elsewhere)).toBeDefined();
    });

    test('an uninstall payload from before the installation changes nothing', async () => {
      const token = await open();
      expect(await requestUninstall(db(), 'abc', iat - 3600)).toBeUndefined();
      expect(await find(token)).toBeDefined();
    });

    test('a reinstall between uninstall and erasure is kept', async () => {
      const seen = await requestUninstall(db(), 'abc', iat);
      await installed('abc');
      if (seen) await eraseInstallation(db(), seen);
      expect(await launch()).toBeDefined();
    });

    test("removing a user ends only that user's sessions, and only in that store", async () => {
      const colleague = { id: 8, email: 'bob@example.com', locale: 'en' };
      const tokens = {
        mine: await open(),
        theirs: await open('abc', colleague),
        there: await open('other'),
      };
      await removeUser(db(), 'abc', user, iat);
      expect(await find(tokens.mine)).toBeUndefined();
      expect(await find(tokens.theirs)).toBeDefined();
      expect(await find(tokens.there)).toBeDefined();
    });

    test('row 10: payloads issued up to the removal open nothing, and later ones do', async () => {
      await removeUser(db(), 'abc', user, iat);
      expect(await launch('abc', user, iat - 1)).toBeUndefined();
      expect(await launch('abc', user, iat)).toBeUndefined();
      expect(await launch('abc', user, iat + 1)).toBeDefined();
    });

    test('a session that is created while its user is removed is not valid', async () => {
      const token = await open();
      await db().updateTable('users').set({ removed_at: iat }).execute();
      expect(await find(token)).toBeUndefined();
    });

    test('a launch code from before a reinstall opens no session afterwards', async () => {
      const code = await launch();
      await db().updateTable('installations').set({ generation: 99 }).execute();
      expect(await find(await redeemLaunchCode(db(), 'abc', code, T0))).toBeUndefined();
    });
  });
});
