import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Stack } from '../stack/stack.ts';

/** The app's SQLite file, opened beside the app. */
export class TestDatabase {
  readonly #path: string;

  constructor(stack: Stack) {
    this.#path = stack.databasePath;
  }

  /** Dates all sessions so far back that both lifetimes are over. */
  expireSessions(): void {
    this.run('update sessions set created_at = 0, used_at = 0');
  }

  deleteSessions(): void {
    this.run('delete from sessions');
  }

  /** Gives access back to all users who lost it. */
  restoreAccess(): void {
    this.run('update users set removed_at = null');
  }

  /** Dates all installations so far back that every payload is newer. */
  ageInstallations(): void {
    this.run('update installations set installed_at = 0');
  }

  /** Dates all remembered lists of segments back. */
  ageLists(minutes: number): void {
    this.run(`update segment_lists set asked_at = asked_at - ${minutes * 60_000}`);
  }

  /** Dates all remembered counts of shoppers back. */
  ageCounts(minutes: number): void {
    this.run(`update shopper_counts set asked_at = asked_at - ${minutes * 60_000}`);
  }

  count(table: 'installations' | 'users' | 'sessions' | 'launch_codes', storeHash: string): number {
    using db = this.#open();
    const row = db
      .prepare(`select count(*) as n from ${table} where store_hash = ?`)
      .get(storeHash);
    return Number(row?.n);
  }

  sealedTokens(): string[] {
    using db = this.#open();
    const rows = db.prepare('select sealed_token from installations').all();
    return rows.map(({ sealed_token }) => String(sealed_token));
  }

  /** The bytes of the file and its write-ahead log, as Latin-1 text. */
  text(): string {
    return ['', '-wal'].map((suffix) => readFileSync(this.#path + suffix, 'latin1')).join('');
  }

  run(statement: string): void {
    using db = this.#open();
    db.exec(statement);
  }

  #open(): DatabaseSync {
    return new DatabaseSync(this.#path, { timeout: 5_000 });
  }
}
