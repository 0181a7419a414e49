import { expect, test } from 'vitest';
import type { InstallationRow } from '../database/schema.ts';
import { createLaunchCode, redeemLaunchCode } from '../sessions/launch-codes.ts';
import { findSession } from '../sessions/sessions.ts';
import { describeDatabases } from '../testing/test-database.ts';
import {
  eraseInstallation,
  findInstallation,
  requestUninstall,
  saveInstallation,
} from './installations.ts';
import { removeUser } from './users.ts';

/** Enough rounds for the steps of two transactions to run in every order. */
const ROUNDS = 20;

/** When all payloads are issued: after the installations of this test, however long it takes. */
const iat = Math.floor(Date.now() / 1000) + 3_600;
const user = { id: 7, email: 'ann@example.com', locale: 'de-DE' };
const lifetimes = { idleLifetime: 1000, absoluteLifetime: 1000 };

describeDatabases('at once', (db) => {
  const save = (storeHash: string, sealedToken: string, seen: InstallationRow | undefined) =>
    saveInstallation(
      db(),
      {
        storeHash,
        accountUuid: 'account',
        sealedToken,
        scope: ['store_v2_customers'],
        ownerId: 1,
      },
      seen,
    );
  const install = async (storeHash: string, sealedToken: string) =>
    save(storeHash, sealedToken, await findInstallation(db(), storeHash));
  const launch = (storeHash: string) => createLaunchCode(db(), { storeHash, user, issuedAt: iat });
  const open = async (storeHash: string) =>
    redeemLaunchCode(db(), storeHash, await launch(storeHash));
  const isLive = async (token: unknown) =>
    (await findSession(db(), token, lifetimes)) !== undefined;

  /** A fresh store with an opened session and a launch code, for each round. */
  async function everyRound(
    rule: (store: { hash: string; code: string; token: string }) => Promise<void>,
  ): Promise<void> {
    await Promise.all(
      Array.from({ length: ROUNDS }, async (_, round) => {
        const hash = `store${round}`;
        await install(hash, 'first token');
        const [code, token] = [await launch(hash), await open(hash)];
        if (!code || !token) throw new Error('the store is not installed');
        await rule({ hash, code, token });
      }),
    );
  }

  test('redemption and removal of the user: no session of the user is left', () =>
    everyRound(async ({ hash, code, token }) => {
      const [redeemed] = await Promise.all([
        redeemLaunchCode(db(), hash, code),
        removeUser(db(), hash, user, iat),
      ]);
      expect(await isLive(redeemed)).toBe(false);
      expect(await isLive(token)).toBe(false);
      expect(await launch(hash)).toBeUndefined();
    }));

  test('redemption and reinstallation: no earlier session is left', () =>
    everyRound(async ({ hash, code, token }) => {
      const [redeemed, saved] = await Promise.all([
        redeemLaunchCode(db(), hash, code),
        install(hash, 'second token'),
      ]);
      expect(saved).toBe(true);
      expect(await isLive(redeemed)).toBe(false);
      expect(await isLive(token)).toBe(false);
      expect(await isLive(await open(hash))).toBe(true);
    }));

  test('opening, redemption, removal and erasure: nothing of the store is left', () =>
    everyRound(async ({ hash, code, token }) => {
      const seen = await requestUninstall(db(), hash, iat);
      if (!seen) throw new Error('the store is not installed');
      const [opened, redeemed] = await Promise.all([
        launch(hash),
        redeemLaunchCode(db(), hash, code),
        removeUser(db(), hash, { ...user, id: 8 }, iat),
        eraseInstallation(db(), seen),
      ]);
      for (const secret of [token, redeemed, await redeemLaunchCode(db(), hash, opened)]) {
        expect(await isLive(secret)).toBe(false);
      }
      expect(await findInstallation(db(), hash)).toBeUndefined();
      for (const table of ['users', 'launch_codes', 'sessions'] as const) {
        const left = await db()
          .selectFrom(table)
          .selectAll()
          .where('store_hash', '=', hash)
          .execute();
        expect(left).toEqual([]);
      }
    }));

  test('erasure and reinstallation: the new installation stays', () =>
    everyRound(async ({ hash }) => {
      const seen = await requestUninstall(db(), hash, iat);
      if (!seen) throw new Error('the store is not installed');
      const [saved] = await Promise.all([
        install(hash, 'second token'),
        eraseInstallation(db(), seen),
      ]);
      const left = await findInstallation(db(), hash);
      // If the store is erased between reading and saving, the caller notices and saves again.
      expect(left?.sealed_token).toBe(saved ? 'second token' : undefined);
      expect(await install(hash, 'third token')).toBe(true);
      expect(await isLive(await open(hash))).toBe(true);
    }));

  test('of two first installations one is saved, and the other one fails', () =>
    Promise.all(
      Array.from({ length: ROUNDS }, async (_, round) => {
        const saved = await Promise.all(
          ['one', 'another'].map((token) => save(`store${round}`, token, undefined)),
        );
        expect(saved.toSorted()).toEqual([false, true]);
      }),
    ));

  test('of two reinstallations one is saved, and the other one fails', () =>
    everyRound(async ({ hash }) => {
      const seen = await findInstallation(db(), hash);
      const saved = await Promise.all(['one', 'another'].map((token) => save(hash, token, seen)));
      expect(saved.toSorted()).toEqual([false, true]);
      const kept = await findInstallation(db(), hash);
      expect(kept?.sealed_token).toBe(saved[0] ? 'one' : 'another');
      expect(kept?.generation).toBe(2);
    }));
});
