import 'server-only';
import { sql } from 'kysely';
import { config } from '../config.ts';
import { processSingleton } from '../process-singleton.ts';
import { migrate } from './migrations.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** Opens the database that a URL of the form `file:PATH` names, without migrating it. */
function openDatabase(url: string): Database {
  return openSqlite(url.replace(/^file:(\/\/)?/, ''));
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
  const db = openDatabase(config().databaseUrl);
  await migrate(db);
  return db;
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
