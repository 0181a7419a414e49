import { afterEach, expect, test, vi } from 'vitest';
import { readJson } from './read-json.ts';

afterEach(() => vi.unstubAllGlobals());

function answer(body: string, init: ResponseInit = {}) {
  const fetcher = vi.fn(async () => new Response(body, init));
  vi.stubGlobal('fetch', fetcher);
  return fetcher;
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => error.failure,
  );

test('the token is sent in the header, never in the address', async () => {
  const fetcher = answer('{"data":[]}');
  expect(await readJson('/api/x', 'secret')).toEqual({ data: [] });
  expect(fetcher).toHaveBeenCalledWith(
    '/api/x',
    expect.objectContaining({ headers: { authorization: 'Bearer secret' } }),
  );
});

test('a failure keeps its code, detail and waiting time', async () => {
  const error = { code: 'rate-limited', message: 'x', detail: 'Slow down', retryAfterSeconds: 7 };
  answer(JSON.stringify({ error }), { status: 429 });
  expect(await failureOf(readJson('/', ''))).toEqual({
    code: 'rate-limited',
    detail: 'Slow down',
    retryAfterSeconds: 7,
  });
});

test.each([
  [429, 'Too many', { 'Retry-After': '3' }, { code: 'rate-limited', retryAfterSeconds: 3 }],
  [401, '', {}, { code: 'session-ended' }],
  [502, '<html>', {}, { code: 'unavailable' }],
  [418, '{"error":{"code":"toString"}}', {}, { code: 'unexpected' }],
  [200, '<html>', {}, { code: 'unavailable' }],
])('%i with %o is a failure', async (status, body, headers, failure) => {
  answer(body, { status, headers });
  expect(await failureOf(readJson('/', ''))).toEqual(failure);
});

test('a broken connection is a failure of the network', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failureOf(readJson('/', ''))).toEqual({ code: 'network' });
});
