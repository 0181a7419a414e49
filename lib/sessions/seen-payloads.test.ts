import { expect, test } from 'vitest';
import { describeDatabases } from '../testing/test-database.ts';
import { rememberPayload } from './seen-payloads.ts';

const payload = { jti: 'a payload that a browser has brought', expiresAt: 1_800_000_000.5 };

describeDatabases('row 11: payloads', (db) => {
  test('if one comes several times at once, exactly one is the first; another payload is new', async () => {
    const first = await Promise.all([1, 2, 3].map(() => rememberPayload(db(), payload)));
    expect(first.toSorted()).toEqual([false, false, true]);
    expect(await rememberPayload(db(), payload)).toBe(false);
    expect(await rememberPayload(db(), { ...payload, jti: 'another' })).toBe(true);
  });

  test('the database holds only a hash and a time', async () => {
    await rememberPayload(db(), payload);
    const rows = await db().selectFrom('seen_payloads').selectAll().execute();
    expect(rows).toEqual([{ jti_hash: expect.any(String), expires_at: 1_800_000_000_500 }]);
    expect(JSON.stringify(rows)).not.toContain(payload.jti);
  });
});
