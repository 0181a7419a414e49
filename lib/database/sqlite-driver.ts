import 'server-only';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { nameOutage } from './unavailable.ts';

/**
 * Primary result codes (https://www.sqlite.org/rescode.html) that the file causes, and not the
 * statement: busy, locked, out of memory, read-only, I/O error, corrupt, full, can't open, not a
 * database.
 */
const outages = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

function isSqliteOutage(error: Error): boolean {
  return (
    'errcode' in error && typeof error.errcode === 'number' && outages.has(error.errcode & 255)
  );
}

/** Runs a function of SQLite. @throws {DatabaseUnavailableError} for outages */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw nameOutage(error, isSqliteOutage);
  }
}

function isInputValue(value: unknown): value is SQLInputValue {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint'
  );
}

function inputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (isInputValue(value)) return value;
    throw new TypeError(`SQLite takes no ${typeof value} as a parameter`);
  });
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => guarded(() => statement.all(...inputs(parameters))),
    run: (parameters) => guarded(() => statement.run(...inputs(parameters))),
    iterate: (parameters) => statement.iterate(...inputs(parameters)),
  };
}

/**
 * Adapts `node:sqlite` to the interface that Kysely expects of its driver. The app's queries are
 * few and fixed, so each is prepared once.
 */
export function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = asKyselyStatement(guarded(() => database.prepare(sql)));
      prepared.set(sql, statement);
      return statement;
    },
  };
}
