import { beforeEach, expect, test } from 'vitest';
import { findInstallation, saveInstallation } from '../installations/installations.ts';
import { describeDatabases } from '../testing/test-database.ts';
import { createLaunchCode, redeemLaunchCode } from './launch-codes.ts';
import { purgeExpired } from './purge.ts';
import { rememberPayload } from './seen-payloads.ts';
import { findSession } from './sessions.ts';

const T0 = Date.parse('2026-01-01T00:00:00Z');
const lifetimes = { idleLifetime: 100, absoluteLifetime: 1000 };
const user = { id: 7, email: 'ann@example.com', locale: 'de-DE' };
const running = new AbortController().signal;

describeDatabases('row 12: the purge', (db) => {
  const code = (now: number) =>
    createLaunchCode(db(), { storeHash: 'abc', user, issuedAt: T0 / 1000 }, now);
  const purge = (seconds: number, signal = running) =>
    purgeExpired(db(), lifetimes, signal, T0 + seconds * 1000);
  const count = async (table: 'launch_codes' | 'sessions' | 'seen_payloads') =>
    (await db().selectFrom(table).selectAll().execute()).length;

  beforeEach(async () => {
    const installation = {
      storeHash: 'abc',
      accountUuid: 'account',
      sealedToken: 'sealed',
      scope: [],
      ownerId: 1,
    };
    await saveInstallation(db(), installation, await findInstallation(db(), 'abc'), T0);
  });

  test('deletes launch codes when they have expired, and not before', async () => {
    const good = await code(T0 + 1000);
    await code(T0);
    expect(await purge(60)).toBe(1);
    expect(await redeemLaunchCode(db(), 'abc', good, T0 + 60_000)).toBeDefined();
  });

  test('deletes sessions when they have ended, and not before', async () => {
    const [idle, used] = [
      await redeemLaunchCode(db(), 'abc', await code(T0), T0),
      await redeemLaunchCode(db(), 'abc', await code(T0), T0),
    ];
    const find = (token: unknown, seconds: number) =>
      findSession(db(), token, lifetimes, T0 + seconds * 1000);
    await find(used, 99);
    expect(await purge(99)).toBe(0);
    expect(await purge(100)).toBe(1);
    expect(await find(idle, 100)).toBeUndefined();
    for (let second = 99; second < 1000; second += 90) await find(used, second);
    expect(await find(used, 1000)).toBeUndefined();
    expect(await purge(1100)).toBe(1);
    expect(await count('sessions')).toBe(0);
  });

  test('deletes remembered payloads when they have expired, and not before', async () => {
    const payload = { jti: 'one', expiresAt: T0 / 1000 + 100 };
    await rememberPayload(db(), payload);
    expect(await purge(99)).toBe(0);
    expect(await rememberPayload(db(), payload)).toBe(false);
    expect(await purge(100)).toBe(1);
    expect(await rememberPayload(db(), payload)).toBe(true);
  });

  test('deletes any number of rows, also when several instances purge at once', async () => {
    const rows = Array.from({ length: 1_300 }, (_, n) => ({ jti_hash: `${n}`, expires_at: T0 }));
    await db().insertInto('seen_payloads').values(rows).execute();
    const purged = await Promise.all([purge(0), purge(0), purge(0)]);
    expect(purged.reduce((sum, n) => sum + n)).toBe(1_300);
    expect(await count('seen_payloads')).toBe(0);
  });

  test('stops when its signal aborts', async () => {
    await code(T0);
    expect(await purge(60, AbortSignal.abort())).toBe(0);
    expect(await count('launch_codes')).toBe(1);
  });
});
