import 'server-only';
import { readFileSync } from 'node:fs';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { log } from '../log.ts';
import { GuardedClient } from './guarded-client.ts';
import { isPostgresOutage } from './postgres-errors.ts';
import type { Database, Schema } from './schema.ts';
import type { DatabaseAddress, DatabaseSettings, Tls } from './settings.ts';
import { nameOutage } from './unavailable.ts';

export type PostgresAddress = Extract<DatabaseAddress, { kind: 'postgres' }>;

/** Milliseconds to wait for a connection, so that requests do not queue up during an outage. */
const CONNECTION_TIMEOUT = 5_000;

/**
 * Milliseconds that the driver waits longer than the server, for the case that the line is dead.
 */
const ANSWER_MARGIN = 1_000;

const INT8 = 20;

/** `bigint` holds times and ids here, all far below 2^53; the driver would make it a string. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint exceeds the safe integers');
  return value;
}

function tlsOptions(tls: Tls): pg.PoolConfig['ssl'] {
  if (tls === 'off') return false;
  return {
    rejectUnauthorized: tls.verify,
    ...(tls.rootCertificate === undefined ? {} : { ca: readFileSync(tls.rootCertificate, 'utf8') }),
  };
}

/** The settings in the driver's form. */
export function poolOptions(
  { connectionString, tls }: PostgresAddress,
  { poolSize, statementTimeout }: Omit<DatabaseSettings, 'address'>,
): pg.PoolConfig {
  const timeout = statementTimeout * 1000;
  return {
    application_name: 'customer-segments',
    connectionString,
    ssl: tlsOptions(tls),
    max: poolSize,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    keepAlive: true,
    ...(timeout > 0
      ? {
          statement_timeout: timeout,
          query_timeout: timeout + ANSWER_MARGIN,
          // A process that hangs in the middle of a transaction must not hold its locks for ever.
          idle_in_transaction_session_timeout: timeout,
        }
      : {}),
    types: {
      getTypeParser: (id, format) => (id === INT8 ? parseInt8 : pg.types.getTypeParser(id, format)),
    },
  };
}

/** Opens a pool of connections to PostgreSQL; the first connection is made by the first query. */
export function openPostgres(
  address: PostgresAddress,
  settings: Omit<DatabaseSettings, 'address'>,
): Database {
  const pool = new pg.Pool(poolOptions(address, settings));
  // Without listeners the loss of a connection that no query waits for would end the process. The
  // pool speaks for its idle connections; one in the middle of a transaction fails at its next
  // query.
  pool.on('error', ({ message }) => {
    if (!pool.ending) log.warn({ reason: message }, 'database connection lost');
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  const guarded: PostgresPool = {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      try {
        return new GuardedClient(await pool.connect());
      } catch (error) {
        throw nameOutage(error, isPostgresOutage);
      }
    },
  };
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded }) });
}
