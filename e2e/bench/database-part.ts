import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrateDatabase, openDatabase } from '../../lib/database/database.ts';
import type { Database } from '../../lib/database/schema.ts';
import { parseDatabaseUrl } from '../../lib/database/settings.ts';
import { hashSecret } from '../../lib/sessions/secret.ts';
import { findSession } from '../../lib/sessions/sessions.ts';
import { startPostgres } from '../stack/postgres-server.ts';
import type { Part } from './run-parts.ts';
import { median } from './statistics.ts';
import type { Add } from './table.ts';
import { atMost } from './target.ts';
import { microseconds, times } from './units.ts';

const lookups = 3_000;
const lifetimes = { idleLifetime: 86_400, absoluteLifetime: 86_400 };

interface Filled {
  db: Database;
  tokens: string[];
}

/** How long it takes to find a session among few and among many, on both databases. */
export const databasePart: Part = {
  conditions: `Session lookup: median of ${lookups} lookups, 1,000 sessions in use.`,
  async measure(add) {
    const folder = await mkdtemp(join(tmpdir(), 'customer-segments-'));
    try {
      const file = (name: string) => `file:${join(folder, name)}`;
      const sqlite = { few: file('few'), many: file('many') };
      addLookup(add, 'SQLite', await compare(sqlite, sql`lower(hex(randomblob(22)))`));
      await measurePostgres(add);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function measurePostgres(add: Add): Promise<void> {
  const postgres = await startPostgres();
  try {
    const other = new URL(postgres.url);
    other.pathname = '/template1';
    const randomHex = sql`substr(md5(random()::text) || md5(random()::text), 1, 44)`;
    const lookupTimes = await compare({ few: other.href, many: postgres.url }, randomHex);
    addLookup(add, 'PostgreSQL', lookupTimes);
  } finally {
    await postgres.stop();
  }
}

const timesAmongTen = times('the time among ten');

function addLookup(add: Add, database: string, { few, many }: { few: number; many: number }) {
  const ratio = many / few;
  add(
    `session lookup among 1,000,000 of 100,000 installations, ${database}`,
    `${microseconds(many)} (${timesAmongTen(ratio)})`,
    atMost(ratio, 1.2, timesAmongTen),
  );
}

/**
 * Median milliseconds of a lookup in each of two databases.
 * @param randomHex SQL for a text of 44 random hexadecimal digits
 */
async function compare(
  urls: { few: string; many: string },
  randomHex: ReturnType<typeof sql>,
): Promise<{ few: number; many: number }> {
  const few = await fill(urls.few, randomHex, { installations: 10, inUse: 10, idleForEach: 0 });
  const many = await fill(urls.many, randomHex, {
    installations: 100_000,
    inUse: 1_000,
    idleForEach: 999,
  });
  const times = { few: [] as number[], many: [] as number[] };
  const measure = async ({ db, tokens }: Filled, count: number) => {
    const start = performance.now();
    const session = await findSession(db, tokens[count % tokens.length], lifetimes);
    if (!session) throw new Error('a session was not found');
    return performance.now() - start;
  };
  // In turns, so that other load on the machine affects both alike. The first half is a warm-up.
  for (let count = 0; count < 2 * lookups; count += 1) {
    const [one, other] = [await measure(few, count), await measure(many, count)];
    if (count < lookups) continue;
    times.few.push(one);
    times.many.push(other);
  }
  await Promise.all([few.db.destroy(), many.db.destroy()]);
  return { few: median(times.few), many: median(times.many) };
}

/**
 * Fills a database with sessions in use, each followed by `idleForEach` idle ones, so that those
 * in use are spread over the whole table.
 * @returns the tokens of the sessions in use
 */
async function fill(
  url: string,
  randomHex: ReturnType<typeof sql>,
  size: { installations: number; inUse: number; idleForEach: number },
): Promise<Filled> {
  const address = parseDatabaseUrl(url);
  if (!address) throw new Error('not a database URL');
  const settings = { address, poolSize: 10, statementTimeout: 600 };
  await migrateDatabase(settings);
  const db = openDatabase(settings);
  const now = Date.now();
  const numbers = (count: number) =>
    sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(count)})
      select i from n) as numbers`;
  const columns = sql`token_hash, store_hash, user_id, generation, issued_at, created_at, used_at`;
  const tokens: string[] = [];
  await db.transaction().execute(async (transaction) => {
    await sql`insert into installations (store_hash, account_uuid, generation, sealed_token,
      scope, owner_id, store_name, installed_at)
      select 'store' || i, 'account', 1, ${'x'.repeat(250)}, 'store_v2_customers', 1, 'Shop',
        ${sql.lit(now)}
            from ${numbers(size.installations)}`.execute(transaction);
    await sql`insert into users (store_hash, user_id, email, locale)
      select store_hash, 1, 'ann@example.com', 'en' from installations`.execute(transaction);
    for (let index = 0; index < size.inUse; index += 1) {
      const first = (index * size.installations) / size.inUse;
      const token = tokenAmongHex();
      tokens.push(token);
      await sql`insert into sessions (${columns})
        select ${hashSecret(token)}, ${`store${first + 1}`}, 1, 1, 0,
          ${sql.lit(now)}, ${sql.lit(now)}`.execute(transaction);
      if (size.idleForEach === 0) continue;
      await sql`insert into sessions (${columns})
        select ${randomHex}, 'store' || (1 + (i * 97 + ${sql.lit(first)}) % ${sql.lit(size.installations)}),
          1, 1, 0, ${sql.lit(now)}, ${sql.lit(now)}
        from ${numbers(size.idleForEach)}`.execute(transaction);
    }
  });
  await sql`analyze`.execute(db);
  return { db, tokens };
}

/** A token whose hash sorts among the idle sessions' hexadecimal hashes in the index. */
function tokenAmongHex(): string {
  for (;;) {
    const token = randomBytes(32).toString('base64url');
    if (/^[0-9a-f]{3}/.test(hashSecret(token))) return token;
  }
}
