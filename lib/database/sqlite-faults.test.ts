import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { failureFrom, failureStatus } from '../failure.ts';
import { findInstallation, saveInstallation } from '../installations/installations.ts';
import { createLaunchCode } from '../sessions/launch-codes.ts';
import { migrate } from './migrations.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
let db: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
  db = openSqlite(join(folder, 'app.sqlite'));
  await migrate(db);
  await saveInstallation(db, installation, undefined);
  return async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  };
});

const installation = {
  storeHash: 'abc',
  accountUuid: 'account',
  sealedToken: 'sealed',
  scope: [],
  ownerId: 1,
};
const issuedAt = Math.floor(Date.now() / 1000);
const launch = (id: number) =>
  createLaunchCode(db, {
    storeHash: 'abc',
    user: { id, email: `${'x'.repeat(200)}@example.com`, locale: 'en' },
    issuedAt,
  });
const pragma = (text: string) => sql.raw(`PRAGMA ${text}`).execute(db);

function failure(error: unknown) {
  const { code, message } = failureFrom(error);
  return { code, message, status: failureStatus[code], reason: String(error) };
}

test('a full disk gives 503 and a reason in the log, leaves nothing half-written, and passes with new space', async () => {
  await pragma('max_page_count = 40');
  let admitted = 0;
  let error: unknown;
  while (error === undefined) {
    error = await launch(admitted + 1).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error === undefined) admitted += 1;
  }
  expect(failure(error)).toMatchObject({
    code: 'unavailable',
    status: 503,
    reason: expect.stringContaining('database or disk is full'),
  });
  for (const table of ['users', 'launch_codes'] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toHaveLength(admitted);
  }
  await pragma('max_page_count = 4000');
  expect(await launch(admitted + 1)).toBeDefined();
});

test('a full disk during a reinstallation leaves the old installation as it was', async () => {
  await launch(1);
  const seen = await findInstallation(db, 'abc');
  await pragma('max_page_count = 1');
  const larger = { ...installation, sealedToken: 's'.repeat(100_000) };
  const error = await saveInstallation(db, larger, seen).catch((reason: unknown) => reason);
  expect(failure(error).status).toBe(503);
  expect(await findInstallation(db, 'abc')).toEqual(seen);
  expect(await db.selectFrom('launch_codes').selectAll().execute()).toHaveLength(1);
});

test('a file that became read-only gives 503 for writes, and reads go on', async () => {
  await pragma('query_only = 1');
  const error = await launch(1).catch((reason: unknown) => reason);
  expect(failure(error)).toMatchObject({
    status: 503,
    reason: expect.stringContaining('readonly database'),
  });
  expect(await findInstallation(db, 'abc')).toBeDefined();
  await pragma('query_only = 0');
  expect(await launch(1)).toBeDefined();
});

test('the error names a file that cannot be opened or is not a database', () => {
  const text = join(folder, 'notes.txt');
  writeFileSync(text, 'not a database at all, but long enough to be taken for one'.repeat(20));
  for (const path of [folder, text]) {
    expect(() => openSqlite(path)).toThrow(`The SQLite file ${path} can't be used: `);
  }
});
