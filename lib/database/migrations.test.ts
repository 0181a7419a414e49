import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from './migrations.ts';
import { openSqlite } from './sqlite.ts';

test('migrations run once: a second start keeps the data', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'segments-')), 'deep', 'app.sqlite');
  const first = openSqlite(path);
  await migrate(first);
  await first
    .insertInto('installations')
    .values({
      store_hash: 'abc',
      account_uuid: 'u',
      generation: 1,
      sealed_token: 's',
      scope: '',
      owner_id: 1,
      store_name: null,
      installed_at: 1,
      uninstall_requested_at: null,
      token_rejected_at: null,
    })
    .execute();
  await first.destroy();

  const second = openSqlite(path);
  await migrate(second);
  expect(await second.selectFrom('installations').select('store_hash').execute()).toEqual([
    { store_hash: 'abc' },
  ]);
  await second.destroy();
});

test('a commit is on disk before it is acknowledged, and foreign keys hold', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'segments-')), 'app.sqlite');
  const db = openSqlite(path);
  await migrate(db);
  const pragma = async (name: string) =>
    (await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db)).rows[0];
  expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
  expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  await expect(
    db
      .insertInto('users')
      .values({ store_hash: 'nobody', user_id: 1, email: '', locale: 'en', removed_at: null })
      .execute(),
  ).rejects.toThrow(/FOREIGN KEY/);
  await db.destroy();
});

test('a migration that fails leaves nothing behind', async () => {
  const db = openSqlite(':memory:');
  await sql`create table sessions (x text)`.execute(db);
  await expect(migrate(db)).rejects.toThrow(/sessions/);
  const tables = await sql<{ name: string }>`select name from sqlite_master where name in
    ('installations', 'users', 'launch_codes')`.execute(db);
  expect(tables.rows).toEqual([]);
  await db.destroy();
});
