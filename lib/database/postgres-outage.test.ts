import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '../../e2e/stack/postgres-server.ts';
import { findInstallation, saveInstallation } from '../installations/installations.ts';
import { createLaunchCode, redeemLaunchCode } from '../sessions/launch-codes.ts';
import { testSettings } from '../testing/test-database.ts';
import { migrateDatabase, openDatabase } from './database.ts';
import type { Database } from './schema.ts';
import { DatabaseUnavailableError } from './unavailable.ts';

const opening = {
  storeHash: 'abc',
  user: { id: 7, email: 'ann@example.com', locale: 'de-DE' },
  issuedAt: Math.floor(Date.now() / 1000),
};
const installation = {
  storeHash: 'abc',
  accountUuid: 'account',
  sealedToken: 'sealed',
  scope: [],
  ownerId: 1,
};

let server: PostgresServer;
let db: Database;

beforeAll(async () => {
  server = await startPostgres();
  const settings = testSettings(server.url);
  await migrateDatabase(settings);
  db = openDatabase(settings);
  await saveInstallation(db, installation, undefined);
  return async () => {
    await db.destroy();
    await server.stop();
  };
});

const open = async () => redeemLaunchCode(db, 'abc', await createLaunchCode(db, opening));

/** Long enough for a busy machine. The tests end as soon as they can. */
const longWait = { timeout: 30_000 };

/** Ends all other connections, as a restart, a failover or an administrator does. */
const endOtherConnections = (from: Database) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`.execute(from);

test('during a restart under load all errors are outages, and afterwards everything works again', async () => {
  const errors: unknown[] = [];
  let opened = 0;
  let over = false;
  const load = Array.from({ length: 20 }, async () => {
    while (!over) {
      const token = await open().catch((error: unknown) => {
        errors.push(error);
        // As slow as the answer to a request is, so that the timers of the test can run.
        return new Promise<void>((resolve) => setTimeout(resolve, 5));
      });
      if (token) opened += 1;
    }
  });
  const moreThan = (count: number) =>
    vi.waitFor(() => expect(opened).toBeGreaterThan(count), longWait);
  await moreThan(50);
  await server.halt();
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(50), longWait);
  const before = opened;
  await server.start();
  await moreThan(before + 50);
  over = true;
  await Promise.all(load);
  expect(errors.filter((error) => !(error instanceof DatabaseUnavailableError))).toEqual([]);
  const { count } = await db
    .selectFrom('sessions')
    .select(db.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBeGreaterThanOrEqual(opened);
}, 60_000);

test('connections that end while idle are replaced', async () => {
  await Promise.all(Array.from({ length: 10 }, open));
  await endOtherConnections(db);
  await vi.waitFor(async () => expect(await findInstallation(db, 'abc')).toBeDefined(), longWait);
  expect(await open()).toBeDefined();
});

test('a connection that ends in the middle of a transaction fails only that transaction', async () => {
  const other = openDatabase(testSettings(server.url));
  const cut = db.transaction().execute(async (transaction) => {
    await transaction.updateTable('installations').set({ scope: 'half' }).execute();
    await endOtherConnections(other);
    await transaction.updateTable('installations').set({ scope: 'whole' }).execute();
  });
  await expect(cut).rejects.toBeInstanceOf(DatabaseUnavailableError);
  expect(await findInstallation(db, 'abc')).toMatchObject({ scope: '' });
  await other.destroy();
});
