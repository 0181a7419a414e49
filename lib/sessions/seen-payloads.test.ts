import { expect, test } from 'vitest';
import { describeDatabases } from '../database/test-database.ts';
import { rememberPayload, wasPayloadSeen } from './seen-payloads.ts';

const payload = { jti: 'a payload that a browser has brought', expiresAt: 1_800_000_000.5 };

describeDatabases('row 11: payloads', (db) => {
  test('one is known once it is remembered, and no other', async () => {
    expect(await wasPayloadSeen(db(), payload)).toBe(false);
    await Promise.all([rememberPayload(db(), payload), rememberPayload(db(), payload)]);
    expect(await wasPayloadSeen(db(), payload)).toBe(true);
    expect(await wasPayloadSeen(db(), { jti: 'another' })).toBe(false);
  });

  test('the database holds a hash and a time', async () => {
    await rememberPayload(db(), payload);
    const rows = await db().selectFrom('seen_payloads').selectAll().execute();
    expect(rows).toEqual([{ jti_hash: expect.any(String), expires_at: 1_800_000_000_500 }]);
    expect(JSON.stringify(rows)).not.toContain(payload.jti);
  });
});
