import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FakeClock } from '../../testing/fake-clock.ts';
import { type Reply, startTestApi } from '../../testing/test-api.ts';
import type { Connection } from './connection.ts';
import { deleteByIds } from './delete-by-ids.ts';
import { BigCommerceError } from './errors.ts';
import { request } from './request.ts';
import { StoreRegistry } from './store-state.ts';

const api = startTestApi();
const ok: Reply = { body: { data: 'fine', added: 'later' } };
const schema = z.object({ data: z.string() });

const get = (connection: Connection, path = '/v3/segments') =>
  request(connection, { method: 'GET', route: path, pool: 'segmentation', schema });
const put = (connection: Connection, method: 'POST' | 'PUT' = 'POST') =>
  request(connection, { method, route: '/v3/segments', pool: 'segmentation', body: [], schema });

async function failure(promise: Promise<unknown>): Promise<BigCommerceError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof BigCommerceError) return error;
  throw new Error('no BigCommerceError', { cause: error });
}

/** Answers with each reply in turn, and with the last one from then on. */
function inTurn(...replies: (Reply | 'hang' | 'cut')[]): void {
  let next = 0;
  api.handle(() => replies[Math.min(next++, replies.length - 1)] ?? 'cut');
}

/** An address where no server listens any more. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
}

test('a request goes to the store with token, agent and request id, and new fields are tolerated', async () => {
  api.handle(() => ok);
  const { connection, log } = api.connect({ requestId: 'req-1' });
  expect(await get(connection)).toEqual({ data: 'fine' });
  expect(api.seen[0]).toMatchObject({
    method: 'GET',
    url: '/stores/abc123/v3/segments',
    headers: {
      'x-auth-token': 'canary-token',
      'user-agent': 'customer-segments/1.0',
      'x-correlation-id': 'req-1',
    },
  });
  expect(log).toEqual([
    expect.objectContaining({
      storeHash: 'abc123',
      requestId: 'req-1',
      method: 'GET',
      route: '/v3/segments',
      status: 200,
      attempt: 1,
    }),
  ]);
  expect(JSON.stringify(log)).not.toContain('canary-token');
});

test.each(['GET', 'POST', 'PUT', 'DELETE'] as const)('a %s asks for JSON', async (method) => {
  api.handle(() => (method === 'DELETE' ? { status: 204 } : ok));
  const { connection } = api.connect();
  if (method === 'DELETE') {
    const ids = ['00000000-0000-4000-8000-000000000000'];
    await deleteByIds(connection, { route: '/v3/segments', pool: 'segmentation', ids });
  } else await (method === 'GET' ? get(connection) : put(connection, method));
  expect(api.seen).toMatchObject([{ method, headers: { accept: 'application/json' } }]);
});

describe('retries', () => {
  test.each<[string, Reply | 'cut']>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['429 without headers', { status: 429 }],
    ['HTML instead of JSON', { body: '<html>' }],
    ['an empty body', {}],
    ['a cut connection', 'cut'],
  ])('a GET survives three times %s, and fails after four', async (_, fault) => {
    inTurn(fault, fault, fault, ok);
    expect(await get(api.connect().connection)).toEqual({ data: 'fine' });
    expect(api.seen).toHaveLength(4);
    inTurn(fault);
    await failure(get(api.connect().connection));
    expect(api.seen).toHaveLength(8);
  });

  test.each([400, 401, 403, 404, 409, 413, 422])(
    'a GET is not repeated after %i',
    async (status) => {
      inTurn({ status });
      expect(await failure(get(api.connect().connection))).toMatchObject({ status });
      expect(api.seen).toHaveLength(1);
    },
  );

  test.each<['POST' | 'PUT', string, Reply | 'cut']>(
    (['POST', 'PUT'] as const).flatMap((method) => [
      [method, '500', { status: 500 }],
      [method, '502', { status: 502 }],
      [method, '207', { status: 207, body: { data: [] } }],
      [method, 'HTML instead of JSON', { body: '<html>' }],
      [method, 'another shape', { body: { surprise: true } }],
      [method, 'a cut connection', 'cut'],
    ]),
  )('a %s is sent once, and its outcome is unknown after %s', async (method, _, fault) => {
    inTurn(fault);
    expect(await failure(put(api.connect().connection, method))).toMatchObject({
      outcomeUnknown: true,
    });
    expect(api.seen).toHaveLength(1);
  });

  test('a POST is sent again after 429', async () => {
    inTurn({ status: 429 }, { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '0' } }, ok);
    expect(await put(api.connect().connection)).toEqual({ data: 'fine' });
    expect(api.seen).toHaveLength(3);
  });

  test('background work outlasts a limit that other apps use up again and again', async () => {
    const limited = { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '0' } };
    inTurn(...Array.from({ length: 19 }, () => limited), ok);
    expect(await get(api.connect({ lane: 'background' }).connection)).toEqual({ data: 'fine' });
    expect(api.seen).toHaveLength(20);
    inTurn(limited);
    await failure(get(api.connect({ lane: 'background' }).connection));
    expect(api.seen).toHaveLength(40);
  });

  test('a POST that was refused a connection is tried again, and is known not to be carried out', async () => {
    const { connection, log } = api.connect({ apiUrl: await deadUrl() });
    expect(await failure(put(connection))).toMatchObject({
      kind: 'unavailable',
      outcomeUnknown: false,
    });
    expect(log.map(({ failure: why }) => why)).toEqual(Array(4).fill('refused'));
  });
});

describe('time', () => {
  test('a request without an answer ends with its timeout, also when only the body hangs', async () => {
    const clock = new FakeClock();
    const { connection, log } = api.connect({ registry: new StoreRegistry({ clock }) });
    api.handle((_, response) => {
      response.writeHead(200);
      response.write('{"data":');
      return 'hang';
    });
    const failed = failure(put(connection));
    // The headers of the answer give the store's time.
    await expect.poll(() => connection.store.clockOffsetMs).not.toBe(0);
    await clock.advance(10_000);
    expect(await failed).toMatchObject({ kind: 'unavailable', outcomeUnknown: true });
    expect(log).toMatchObject([{ failure: 'timeout', status: undefined, durationMs: 10_000 }]);
  });

  test('an interactive action ends at its deadline, however many attempts are left', async () => {
    const clock = new FakeClock();
    const registry = new StoreRegistry({ clock });
    const { connection } = api.connect({ registry, timing: { request: 50_000 } });
    api.handle(() => {
      clock.advance(30_000);
      return 'hang';
    });
    expect(await failure(get(connection))).toMatchObject({ kind: 'unavailable' });
    expect(api.seen).toHaveLength(1);
  });

  test('an attempt that could not begin before the deadline is not waited for', async () => {
    const registry = new StoreRegistry({ clock: new FakeClock(), random: () => 1 });
    const { connection } = api.connect({ registry, timing: { action: 1_000, retry: 500 } });
    inTurn({ status: 500 });
    expect(await failure(get(connection))).toMatchObject({ status: 500 });
    expect(api.seen).toHaveLength(1);
  });

  test('a request fails at once if the reset is after its deadline, with the time until a retry', async () => {
    inTurn({ status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '45000' } });
    const { connection } = api.connect();
    const error = await failure(put(connection));
    expect(error).toMatchObject({ kind: 'rate-limited', outcomeUnknown: false });
    expect(error.retryAfterMs).toBeGreaterThan(40_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(45_000);
    await failure(get(connection));
    expect(api.seen).toHaveLength(1);
  });

  test('after a 429 without a reset that is not waited for, the time until a retry is a second', async () => {
    inTurn({ status: 429 });
    const error = await failure(get(api.connect().connection));
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 1_000 });
  });

  test('aborting ends a request in flight, and one that waits is never sent', async () => {
    const controller = new AbortController();
    api.handle(() => {
      queueMicrotask(() => controller.abort());
      return 'hang';
    });
    const { connection } = api.connect({ signal: controller.signal });
    expect(await failure(put(connection))).toMatchObject({
      kind: 'unavailable',
      outcomeUnknown: true,
    });
    expect(await failure(put(connection))).toMatchObject({ outcomeUnknown: false });
    expect(api.seen).toHaveLength(1);
  });
});

test('aborting ends the wait before another attempt', async () => {
  const controller = new AbortController();
  const registry = new StoreRegistry({ clock: new FakeClock(), random: () => 1 });
  inTurn({ status: 500 });
  const { connection } = api.connect({
    registry,
    signal: controller.signal,
    log: () => setImmediate(() => controller.abort()),
  });
  const ids = ['00000000-0000-4000-8000-000000000000'];
  const deletion = deleteByIds(connection, { route: '/v3/segments', pool: 'segmentation', ids });
  expect(await failure(deletion)).toMatchObject({ kind: 'unavailable', outcomeUnknown: true });
  expect(api.seen).toHaveLength(1);
});

test('a redirect is not followed', async () => {
  inTurn({ status: 302, headers: { location: `${api.url}/elsewhere` } });
  await failure(put(api.connect().connection));
  expect(api.seen).toHaveLength(1);
});

test('an endless answer is cut off', async () => {
  api.handle((_, response) => {
    response.writeHead(200);
    const fill = () => {
      while (!response.destroyed && response.write('x'.repeat(1024 * 1024)));
    };
    response.on('drain', fill);
    fill();
    return 'hang';
  });
  expect(await failure(put(api.connect().connection))).toMatchObject({ outcomeUnknown: true });
});
