import { migrate } from './migrations.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** An empty, migrated database for one test. */
export async function testDatabase(): Promise<Database> {
  const db = openSqlite(':memory:');
  await migrate(db);
  return db;
}
