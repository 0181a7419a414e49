import 'server-only';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';

/** Applied in the order of their names, each once. Released migrations never change: add another. */
const migrations: Record<string, Migration> = {
  '0001_installations_and_sessions': { up: createInstallationsAndSessions },
  '0002_token_rejection': { up: addTokenRejection },
  '0003_seen_payloads_and_expiry': { up: addSeenPayloadsAndExpiry },
  '0004_store_time_zone': { up: addStoreTimeZone },
  '0005_remembered_segments': { up: addRememberedSegments },
  '0006_store_profile_age': { up: addStoreProfileAge },
};

async function createInstallationsAndSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('installations')
    .addColumn('store_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_uuid', 'text', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('sealed_token', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'bigint', (column) => column.notNull())
    .addColumn('store_name', 'text')
    .addColumn('installed_at', 'bigint', (column) => column.notNull())
    .addColumn('uninstall_requested_at', 'bigint')
    .execute();
  await db.schema
    .createTable('users')
    .addColumn('store_hash', 'text', (column) =>
      column.notNull().references('installations.store_hash').onDelete('cascade'),
    )
    .addColumn('user_id', 'bigint', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .addPrimaryKeyConstraint('users_pkey', ['store_hash', 'user_id'])
    .execute();
  await db.schema
    .createTable('launch_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('store_hash', 'text', (column) => column.notNull())
    .addColumn('user_id', 'bigint', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint(
      'launch_codes_user',
      ['store_hash', 'user_id'],
      'users',
      ['store_hash', 'user_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('store_hash', 'text', (column) => column.notNull())
    .addColumn('user_id', 'bigint', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint(
      'sessions_user',
      ['store_hash', 'user_id'],
      'users',
      ['store_hash', 'user_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  for (const table of ['launch_codes', 'sessions']) {
    await db.schema
      .createIndex(`${table}_user`)
      .on(table)
      .columns(['store_hash', 'user_id'])
      .execute();
  }
}

async function addTokenRejection(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('installations').addColumn('token_rejected_at', 'bigint').execute();
}

async function addSeenPayloadsAndExpiry(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seen_payloads')
    .addColumn('jti_hash', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  // The sweeper selects by these columns, and the tables grow large.
  for (const [table, column] of [
    ['seen_payloads', 'expires_at'],
    ['launch_codes', 'expires_at'],
    ['sessions', 'used_at'],
  ] as const) {
    await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
  }
  await db.schema
    .createIndex('installations_uninstall_requested')
    .on('installations')
    .column('store_hash')
    .where(sql.ref('uninstall_requested_at'), 'is not', null)
    .execute();
}

async function addStoreTimeZone(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('installations').addColumn('store_time_zone', 'text').execute();
}

async function addRememberedSegments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('segment_lists')
    .addColumn('store_hash', 'text', (column) =>
      column.primaryKey().references('installations.store_hash').onDelete('cascade'),
    )
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('segments', 'text')
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('shopper_counts')
    .addColumn('store_hash', 'text', (column) =>
      column.notNull().references('installations.store_hash').onDelete('cascade'),
    )
    .addColumn('segment_id', 'text', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('total', 'integer')
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('shopper_counts_pkey', ['store_hash', 'segment_id'])
    .execute();
}

async function addStoreProfileAge(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('installations').addColumn('profile_asked_at', 'bigint').execute();
  await db.schema.alterTable('sessions').addColumn('store_time_zone', 'text').execute();
}

/**
 * Brings the schema up to date, with all pending migrations in one transaction.
 * @throws the error of the first migration that fails; then nothing has been changed
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
