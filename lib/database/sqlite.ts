import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Database, Schema } from './schema.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { DatabaseUnavailableError } from './unavailable.ts';

/**
 * A commit is on disk before it is acknowledged (FULL), because a lost installation would lose the
 * store's token. Up to 256 MB of the file are mapped into memory, so that finding a session among a
 * million takes little longer than among ten.
 */
const setup = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA mmap_size = 268435456;
`;

/**
 * Opens an SQLite file, or creates it.
 * @throws {DatabaseUnavailableError} whose message names the file
 */
export function openSqlite(path: string): Database {
  mkdirSync(dirname(path), { recursive: true });
  return new Kysely<Schema>({ dialect: new NodeSqliteDialect(openFile(path)) });
}

function openFile(path: string): DatabaseSync {
  try {
    const file = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5_000 });
    file.exec(setup);
    return file;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailableError(`The SQLite file ${path} can't be used: ${reason}`, {
      cause: error,
    });
  }
}
