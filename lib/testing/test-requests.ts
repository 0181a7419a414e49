import { z } from 'zod';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { request } from '../bigcommerce/client/request.ts';
import type { Reply, startTestApi } from './test-api.ts';

/** An answer that `get` and `put` accept. */
export const ok: Reply = { body: { data: 'fine', added: 'later' } };
const schema = z.object({ data: z.string() });

export const get = (connection: Connection, path = '/v3/segments') =>
  request(connection, { method: 'GET', route: path, pool: 'segmentation', schema });
export const put = (connection: Connection, method: 'POST' | 'PUT' = 'POST') =>
  request(connection, { method, route: '/v3/segments', pool: 'segmentation', body: [], schema });

/** Resolves to the error that the call fails with. */
export async function failure(promise: Promise<unknown>): Promise<BigCommerceError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof BigCommerceError) return error;
  throw new Error('no BigCommerceError', { cause: error });
}

/** Lets the API answer with each reply in turn, and with the last one from then on. */
export function answerInTurn(
  api: ReturnType<typeof startTestApi>,
  ...replies: (Reply | 'hang' | 'cut')[]
): void {
  let next = 0;
  api.handle(() => replies[Math.min(next++, replies.length - 1)] ?? 'cut');
}
