import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { expect, test } from 'vitest';
import { GuardedClient } from './guarded-client.ts';
import { DatabaseUnavailableError } from './unavailable.ts';

/** A client of the pool whose queries fail with the code. */
class FailingClient implements PostgresPoolClient {
  isDiscarded: boolean | undefined;
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(): unknown {
    return Promise.reject(Object.assign(new Error('the query failed'), { code: this.#code }));
  }

  release(discard = false): void {
    this.isDiscarded = discard;
  }
}

async function failWith(code: string) {
  const failing = new FailingClient(code);
  const client = new GuardedClient(failing);
  const error = await client.query('select 1', []).catch((reason: unknown) => reason);
  client.release();
  return {
    isOutage: error instanceof DatabaseUnavailableError,
    isDiscarded: failing.isDiscarded,
  };
}

test.each(['EPIPE', 'ECONNRESET', 'ERR_SOCKET_CLOSED', 'CERT_HAS_EXPIRED', '57P01', '08006'])(
  '%s is an outage, and its connection leaves the pool',
  async (code) => {
    expect(await failWith(code)).toEqual({ isOutage: true, isDiscarded: true });
  },
);

test.each(['23505', '40001', '42P01', '22P02', 'XX000', 'P0001'])(
  '%s is an error of the statement, and its connection stays',
  async (code) => {
    expect(await failWith(code)).toEqual({ isOutage: false, isDiscarded: false });
  },
);
