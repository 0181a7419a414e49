import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Database, Schema } from './schema.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { guarded } from './sqlite-driver.ts';

/**
 * Opens (or creates) an SQLite file; `:memory:` is one too. A commit is on disk before it is
 * acknowledged (`synchronous=FULL`): a lost installation would lose the store's token.
 */
export function openSqlite(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = guarded(() => {
    const opened = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5_000 });
    opened.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return opened;
  });
  return new Kysely<Schema>({ dialect: new NodeSqliteDialect(database) });
}
