import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '../../../lib/database/migrations.ts';
import type { Database } from '../../../lib/database/schema.ts';
import { openSqlite } from '../../../lib/database/sqlite.ts';
import { findSession } from '../../../lib/sessions/sessions.ts';

const lifetimes = { idleLifetime: 1000, absoluteLifetime: 1000 };

/** Starts a writer and kills it after `count` printed lines. @returns the words of all lines */
async function killedAfter(count: number, path: string, prefix: string): Promise<string[][]> {
  const writer = spawn(
    process.execPath,
    ['--conditions=react-server', 'e2e/operations/crash/writer.ts', path, prefix],
    { env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(path), 'compiled') } },
  );
  let printed = '';
  let errors = '';
  writer.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  writer.stdout.on('data', (chunk: Buffer) => {
    printed += chunk;
    if (printed.split('\n').length > count) writer.kill('SIGKILL');
  });
  const [, signal] = await once(writer, 'close');
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${errors}`);
  const complete = printed.slice(0, printed.lastIndexOf('\n'));
  return complete.split('\n').map((line) => line.split(' '));
}

async function expectWhole(db: Database, acknowledged: readonly string[][]): Promise<void> {
  expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }]);
  for (const [storeHash, token] of acknowledged) {
    expect(await findSession(db, token, lifetimes)).toMatchObject({ store: { hash: storeHash } });
  }
  // A transaction under way is complete or absent: no redeemed code lacks its session.
  const lost = await sql`select store_hash from users where store_hash not in
    (select store_hash from sessions union select store_hash from launch_codes)`.execute(db);
  expect(lost.rows).toEqual([]);
}

test('after each of fifty kill -9 under writes the database opens, and every acknowledged write is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customer-segments-'));
  const lanes = ['a', 'b'].map(async (lane) => {
    const path = join(folder, `${lane}.sqlite`);
    const first = openSqlite(path);
    await migrate(first);
    await first.destroy();
    const acknowledged: string[][] = [];
    for (let round = 0; round < 25; round += 1) {
      acknowledged.push(...(await killedAfter(1 + ((round * 7) % 20), path, `${lane}${round}`)));
      const db = openSqlite(path);
      await expectWhole(db, acknowledged);
      await db.destroy();
    }
    return acknowledged.length;
  });
  const [a = 0, b = 0] = await Promise.all(lanes);
  expect(a + b).toBeGreaterThanOrEqual(2 * 25);
  await rm(folder, { recursive: true });
}, 180_000);
