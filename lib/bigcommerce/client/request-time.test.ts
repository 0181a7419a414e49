import { expect, test } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.ts';
import { startTestApi } from '../../testing/test-api.ts';
import { answerInTurn, failure, get, put } from '../../testing/test-requests.ts';
import { deleteByIds } from './delete-by-ids.ts';
import { StoreRegistry } from './store-state.ts';

const api = startTestApi();

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
  answerInTurn(api, { status: 500 });
  expect(await failure(get(connection))).toMatchObject({ status: 500 });
  expect(api.seen).toHaveLength(1);
});

test('a request fails at once if the reset is after its deadline, with the time until a retry', async () => {
  answerInTurn(api, { status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '45000' } });
  const { connection } = api.connect();
  const error = await failure(put(connection));
  expect(error).toMatchObject({ kind: 'rate-limited', outcomeUnknown: false });
  expect(error.retryAfterMs).toBeGreaterThan(40_000);
  expect(error.retryAfterMs).toBeLessThanOrEqual(45_000);
  await failure(get(connection));
  expect(api.seen).toHaveLength(1);
});

test('after a 429 without a reset that is not waited for, the time until a retry is a second', async () => {
  answerInTurn(api, { status: 429 });
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

test('aborting ends the wait before another attempt', async () => {
  const controller = new AbortController();
  const registry = new StoreRegistry({ clock: new FakeClock(), random: () => 1 });
  answerInTurn(api, { status: 500 });
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
