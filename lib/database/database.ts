import 'server-only';
import { sql } from 'kysely';
import { config } from '../config.ts';
import { processSingleton } from '../process/process-singleton.ts';
import { migrate } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import type { Database } from './schema.ts';
import type { DatabaseSettings } from './settings.ts';
import { openSqlite } from './sqlite.ts';

/** Opens a database without migrating it. */
export function openDatabase({ address, ...settings }: DatabaseSettings): Database {
  return address.kind === 'postgres' ? openPostgres(address, settings) : openSqlite(address.path);
}

/**
 * Brings a database up to date. Several processes may do so at once: one migrates and the others
 * wait for it, without the time limits that statements of a request have.
 */
export async function migrateDatabase(settings: DatabaseSettings): Promise<void> {
  const db = openDatabase({ ...settings, poolSize: 1, statementTimeout: 0 });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

/** The process's database, migrated. The first call opens it; a failure to open is tried again. */
export function database(): Promise<Database> {
  const holder = processSingleton('database', (): { opened?: Promise<Database> } => ({}));
  holder.opened ??= open().catch((error: unknown) => {
    delete holder.opened;
    throw error;
  });
  return holder.opened;
}

async function open(): Promise<Database> {
  const { database: settings } = config();
  await migrateDatabase(settings);
  return openDatabase(settings);
}

/** Whether the database answers a query. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await sql`select 1`.execute(await database());
    return true;
  } catch {
    return false;
  }
}
