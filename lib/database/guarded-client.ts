import 'server-only';
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { isPostgresOutage } from './postgres-errors.ts';
import { nameOutage } from './unavailable.ts';

/**
 * A client of the pool that throws {@link DatabaseUnavailableError} for outages. After an outage it
 * does not go back to the pool, because the answer to a query that timed out may still come.
 */
export class GuardedClient implements PostgresPoolClient {
  readonly #client: PostgresPoolClient;
  #broken = false;

  constructor(client: PostgresPoolClient) {
    this.#client = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(statement: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') return this.#client.query(statement);
    return this.#client.query(statement, parameters.map(storable)).catch((error: unknown) => {
      const named = nameOutage(error, isPostgresOutage);
      this.#broken ||= named !== error;
      throw named;
    });
  }

  release(discard = false): void {
    this.#client.release(discard || this.#broken);
  }
}

/** PostgreSQL keeps every character but NUL. */
function storable(parameter: unknown): unknown {
  return typeof parameter === 'string' ? parameter.replaceAll('\0', '\uFFFD') : parameter;
}
