import 'server-only';
import { isUuid } from '../ids.ts';
import { type Answer, parseBody } from './answer.ts';
import type { Connection } from './connection.ts';
import { plainFetch } from './plain-fetch.ts';
import { readBody } from './read-body.ts';

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, beginning with the API's version. */
  path: string;
  body?: unknown;
}

/** `refused`: no connection was made, so nothing was sent. */
export type Exchange =
  | { type: 'answered'; answer: Answer }
  | { type: 'refused' | 'timeout' | 'cut' | 'aborted'; cause: unknown };

/** Codes of failed connections, after which nothing was sent. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** Sends one request once. A failure of the network is a result and not an exception. */
export async function exchange(
  connection: Connection,
  call: Call,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  assertNamesWhatItDeletes(call);
  const { store } = connection;
  const timeout = new AbortController();
  const cancelTimeout = store.clock.after(timeoutMs, () => timeout.abort());
  const sentAt = store.clock.now();
  try {
    const response = await plainFetch(connection.url(call.path), {
      ...init(connection, call),
      signal: signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]),
    });
    store.learnClock(response.headers.get('Date'), sentAt);
    const { status, headers } = response;
    return {
      type: 'answered',
      answer: { status, headers, ...parseBody(await readBody(response)) },
    };
  } catch (cause) {
    if (signal?.aborted) return { type: 'aborted', cause };
    if (timeout.signal.aborted) return { type: 'timeout', cause };
    return { type: NOT_SENT.includes(codeOf(cause)) ? 'refused' : 'cut', cause };
  } finally {
    cancelTimeout();
  }
}

/**
 * The last check before the network. BigCommerce takes a DELETE without `id:in` to mean everything
 * in the store.
 */
function assertNamesWhatItDeletes({ method, path, body }: Call): void {
  if (method === 'GET' || method === 'POST' || method === 'PUT') return;
  const [, ids = ''] = /^[^?#]+\?id:in=([^&#]+)$/.exec(path) ?? [];
  if (!ids.split(',').every(isUuid) || body !== undefined) {
    throw new TypeError(`refused to send ${method} without the ids of what it deletes`);
  }
}

function init(connection: Connection, { method, body }: Call): RequestInit {
  const options: RequestInit = { method, redirect: 'error', cache: 'no-store' };
  if (body === undefined) return { ...options, headers: connection.headers() };
  return {
    ...options,
    headers: { ...connection.headers(), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  return codeOf(error.cause);
}
