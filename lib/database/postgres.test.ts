import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { testSettings } from '../testing/test-database.ts';
import { openDatabase } from './database.ts';
import { poolOptions } from './postgres.ts';
import { parseDatabaseUrl } from './settings.ts';

const limits = { poolSize: 7, statementTimeout: 3 };

function options(url: string) {
  const address = parseDatabaseUrl(url);
  if (address?.kind !== 'postgres') throw new Error('not a PostgreSQL URL');
  return poolOptions(address, limits);
}

function database(change: (url: URL) => void = () => {}, more = {}) {
  const url = new URL(inject('postgresUrl'));
  change(url);
  return openDatabase({ ...testSettings(url.href), ...more });
}

test('the driver gets pool size and statement timeout, and waits longer than that for the answer', () => {
  expect(options('postgres://app@db/app')).toMatchObject({
    max: 7,
    statement_timeout: 3_000,
    query_timeout: 4_000,
    ssl: false,
  });
});

test('the URL configures TLS, which verifies the certificate by default', () => {
  const ca = join(tmpdir(), `ca-${process.pid}.pem`);
  writeFileSync(ca, 'a certificate');
  const tls = (query: string) => options(`postgresql://app@db/app?${query}`).ssl;
  expect(tls('sslmode=disable')).toBe(false);
  expect(tls('sslmode=no-verify')).toEqual({ rejectUnauthorized: false });
  expect(tls('sslmode=require')).toEqual({ rejectUnauthorized: true });
  expect(tls('sslmode=verify-full')).toEqual({ rejectUnauthorized: true });
  expect(tls(`sslrootcert=${ca}`)).toEqual({ rejectUnauthorized: true, ca: 'a certificate' });
  expect(options(`postgres://app@db/app?sslrootcert=${ca}`).connectionString).toBe(
    'postgres://app@db/app',
  );
});

test('a server without TLS is refused when TLS is asked for', async () => {
  const db = database((url) => url.searchParams.set('sslmode', 'require'));
  await expect(sql`select 1`.execute(db)).rejects.toMatchObject({
    name: 'DatabaseUnavailableError',
    message: expect.stringContaining('SSL'),
  });
  await db.destroy();
});

test('a bigint is read as a number, unless a number would not be exact', async () => {
  const db = database();
  const { rows } = await sql`select 9007199254740991::bigint as n, count(*) as one`.execute(db);
  expect(rows).toEqual([{ n: Number.MAX_SAFE_INTEGER, one: 1 }]);
  await expect(sql`select 9007199254740992::bigint`.execute(db)).rejects.toThrow(RangeError);
  await db.destroy();
});

test('a statement that takes too long is ended, and its connection can be used again', async () => {
  const db = database(undefined, { statementTimeout: 1, poolSize: 1 });
  await expect(sql`select pg_sleep(30)`.execute(db)).rejects.toMatchObject({
    name: 'DatabaseUnavailableError',
    message: expect.stringContaining('timeout'),
  });
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
});

test('a wrong password, a missing database and a missing server are outages, and no error shows a secret', async () => {
  const wrong: ((url: URL) => void)[] = [
    (url) => {
      url.password = 'hunter2';
    },
    (url) => {
      url.pathname = '/absent';
    },
    (url) => {
      url.port = '1';
    },
    (url) => {
      url.hostname = 'nowhere.invalid';
    },
  ];
  for (const change of wrong) {
    const db = database(change);
    const error = await sql`select 1`.execute(db).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'DatabaseUnavailableError' });
    expect(String(error)).not.toContain('hunter2');
    await db.destroy();
  }
});

test('a text with the one character that PostgreSQL cannot keep is stored without it', async () => {
  const db = database();
  const { rows } = await sql`select ${'a\0b'}::text as text`.execute(db);
  expect(rows).toEqual([{ text: 'a\uFFFDb' }]);
  await db.destroy();
});
