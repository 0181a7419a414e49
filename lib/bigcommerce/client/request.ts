import 'server-only';
import type { z } from 'zod';
import type { Answer } from './answer.ts';
import type { Connection } from './connection.ts';
import { BigCommerceError } from './errors.ts';
import { pathOf, type Target } from './path.ts';
import { type Sending, send, type Waiting } from './send.ts';
import type { Pool } from './waiting-line.ts';

/** Deleting has a function of its own: `deleteByIds`. */
export interface ApiRequest<T> extends Target {
  method: 'GET' | 'POST' | 'PUT';
  pool: Pool;
  body?: unknown;
  schema: z.ZodType<T>;
  waiting?: Waiting | undefined;
}

/**
 * Calls BigCommerce's API, within the store's limits and with retries where they do no harm.
 * @throws {BigCommerceError} with `outcomeUnknown` if it is a write that may have been carried out
 */
export async function request<T>(connection: Connection, call: ApiRequest<T>): Promise<T> {
  const { method, route, pool, body, waiting } = call;
  const sending = { method, route, pool, body, waiting, path: pathOf(call) };
  const { status, json } =
    method === 'GET' ? await read(connection, sending) : await write(connection, sending);
  const parsed = call.schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BigCommerceError('BigCommerce sent an answer of an unknown shape', {
    kind: 'unexpected',
    status,
    outcomeUnknown: method !== 'GET',
    cause: parsed.error,
  });
}

function read(connection: Connection, sending: Sending): Promise<Answer> {
  return connection.store.reads.join(connection.sharingKey(sending.path), connection, (signal) =>
    send(connection, sending, signal),
  );
}

/**
 * No later caller joins a read that began before the write ended: it may be older than the write.
 */
export async function write(connection: Connection, sending: Sending): Promise<Answer> {
  try {
    return await send(connection, sending);
  } finally {
    connection.store.reads.forget();
  }
}
