import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { backends, postgresDatabase } from '../testing/test-database.ts';
import { migrateDatabase, openDatabase } from './database.ts';
import { migrate } from './migrations.ts';
import { openSqlite } from './sqlite.ts';

const installation = {
  store_hash: 'abc',
  account_uuid: 'u',
  generation: 1,
  sealed_token: 's',
  scope: '',
  owner_id: 1,
  store_name: null,
  store_time_zone: null,
  profile_asked_at: null,
  installed_at: 1,
  uninstall_requested_at: null,
  token_rejected_at: null,
};

describe.each(backends)('migrations on $name', ({ create }) => {
  test('run once: a second start keeps the data', async () => {
    const { settings, remove } = await create();
    for (const start of ['first', 'second']) {
      await migrateDatabase(settings);
      const db = openDatabase(settings);
      if (start === 'first') await db.insertInto('installations').values(installation).execute();
      const rows = await db.selectFrom('installations').select('store_hash').execute();
      expect(rows).toEqual([{ store_hash: 'abc' }]);
      await db.destroy();
    }
    await remove();
  });

  test('leave nothing behind if one of them fails', async () => {
    const { settings, remove } = await create();
    const db = openDatabase(settings);
    await sql`create table sessions (x text)`.execute(db);
    await expect(migrate(db)).rejects.toThrow(/sessions/);
    for (const table of ['installations', 'users', 'launch_codes'] as const) {
      await expect(db.selectFrom(table).selectAll().execute()).rejects.toThrow(table);
    }
    await db.destroy();
    await remove();
  });

  test('set up foreign keys that are enforced', async () => {
    const { settings, remove } = await create();
    await migrateDatabase(settings);
    const db = openDatabase(settings);
    const orphan = { store_hash: 'nobody', user_id: 1, email: '', locale: 'en', removed_at: null };
    await expect(db.insertInto('users').values(orphan).execute()).rejects.toThrow(/foreign key/i);
    await db.destroy();
    await remove();
  });
});

test('ten instances that start at once on one PostgreSQL database migrate it once', async () => {
  const { settings, remove } = await postgresDatabase();
  await Promise.all(Array.from({ length: 10 }, () => migrateDatabase(settings)));
  const db = openDatabase(settings);
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  expect(new Set(done.rows.map(({ name }) => name)).size).toBe(done.rows.length);
  expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  await db.destroy();
  await remove();
});

test('SQLite acknowledges a commit only when it is on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
  const db = openSqlite(join(folder, 'deep', 'app.sqlite'));
  const pragma = async (name: string) =>
    (await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db)).rows[0];
  expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
  expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  expect(await pragma('busy_timeout')).toEqual({ timeout: 5000 });
  await db.destroy();
  rmSync(folder, { recursive: true });
});
