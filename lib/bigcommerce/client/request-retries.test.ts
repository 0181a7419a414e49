import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { type Reply, startTestApi } from '../../testing/test-api.ts';
import { answerInTurn, failure, get, ok, put } from '../../testing/test-requests.ts';

const api = startTestApi();

/** An address where no server listens any more. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
}

test.each<[string, Reply | 'cut']>([
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['429 without headers', { status: 429 }],
  ['HTML instead of JSON', { body: '<html>' }],
  ['an empty body', {}],
  ['a cut connection', 'cut'],
])('a GET survives three times %s, and fails after four', async (_, fault) => {
  answerInTurn(api, fault, fault, fault, ok);
  expect(await get(api.connect().connection)).toEqual({ data: 'fine' });
  expect(api.seen).toHaveLength(4);
  answerInTurn(api, fault);
  await failure(get(api.connect().connection));
  expect(api.seen).toHaveLength(8);
});

test.each([400, 401, 403, 404, 409, 413, 422])('a GET is not repeated after %i', async (status) => {
  answerInTurn(api, { status });
  expect(await failure(get(api.connect().connection))).toMatchObject({ status });
  expect(api.seen).toHaveLength(1);
});

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
  answerInTurn(api, fault);
  expect(await failure(put(api.connect().connection, method))).toMatchObject({
    outcomeUnknown: true,
  });
  expect(api.seen).toHaveLength(1);
});

test('a POST is sent again after 429', async () => {
  answerInTurn(
    api,
    { status: 429 },
    { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '0' } },
    ok,
  );
  expect(await put(api.connect().connection)).toEqual({ data: 'fine' });
  expect(api.seen).toHaveLength(3);
});

test('background work outlasts a limit that other apps use up again and again', async () => {
  const limited = { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '0' } };
  answerInTurn(api, ...Array.from({ length: 19 }, () => limited), ok);
  expect(await get(api.connect({ lane: 'background' }).connection)).toEqual({ data: 'fine' });
  expect(api.seen).toHaveLength(20);
  answerInTurn(api, limited);
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
