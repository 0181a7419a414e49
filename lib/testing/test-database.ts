import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, inject } from 'vitest';
import { migrateDatabase, openDatabase } from '../database/database.ts';
import type { Database } from '../database/schema.ts';
import { type DatabaseSettings, parseDatabaseUrl } from '../database/settings.ts';

/** Settings for a database URL, with timeouts that a busy machine does not reach. */
export function testSettings(url: string): DatabaseSettings {
  const address = parseDatabaseUrl(url);
  if (!address) throw new Error('not a database URL');
  return { address, poolSize: 10, statementTimeout: 20 };
}

interface TestDatabase {
  settings: DatabaseSettings;
  remove(): Promise<void>;
}

/** A new database file in a folder of its own. */
async function sqliteDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
  return {
    settings: testSettings(`file:${join(folder, 'app.sqlite')}`),
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

/** A new database on the server that all tests of a run share. */
export async function postgresDatabase(): Promise<TestDatabase> {
  const url = new URL(inject('postgresUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = openDatabase(testSettings(url.href));
  await sql`create database ${sql.id(name)}`.execute(server);
  url.pathname = `/${name}`;
  return {
    settings: testSettings(url.href),
    async remove() {
      await sql`drop database ${sql.id(name)} with (force)`.execute(server);
      await server.destroy();
    },
  };
}

/** The databases that the app runs on. */
export const backends = [
  { name: 'SQLite', create: sqliteDatabase },
  { name: 'PostgreSQL', create: postgresDatabase },
] as const;

/**
 * Tests that every database must pass.
 * @param battery gets a migrated database, which is emptied before each test
 */
export function describeDatabases(title: string, battery: (database: () => Database) => void) {
  describe.each(backends)(`${title} on $name`, ({ create }) => {
    let db: Database;
    beforeAll(async () => {
      const { settings, remove } = await create();
      await migrateDatabase(settings);
      db = openDatabase(settings);
      return async () => {
        await db.destroy();
        await remove();
      };
    });
    // Deleting the installations deletes everything else.
    beforeEach(async () => {
      await db.deleteFrom('installations').execute();
      await db.deleteFrom('seen_payloads').execute();
    });
    battery(() => db);
  });
}
