import { expect, test, vi } from 'vitest';
import {
  type CountAnswer,
  endCounting,
  noCounts,
  type ShopperCounts,
} from '../segments/known-counts.ts';
import { countAll } from './count-all.ts';

const ids = Array.from({ length: 120 }, (_, index) => `id-${index}`);
const takenAt = '2026-01-01T00:00:00Z';
const limited = { code: 'rate-limited', retryAfterSeconds: 7 } as const;
const unavailable = { code: 'unavailable' } as const;
const gone = { code: 'not-found' } as const;
const total = (id: string): CountAnswer => ({
  id,
  total: Number(id.slice(3)),
  takenAt,
});

function run(
  answer: (id: string, request: number) => CountAnswer = total,
  known: ShopperCounts = noCounts,
) {
  let counts = known;
  const stop = new AbortController();
  let requests = 0;
  const read = vi.fn(async (asked: readonly string[]) => {
    requests += 1;
    const answers = asked.map((id) => answer(id, requests));
    counts = endCounting(counts, answers, takenAt);
    return counts;
  });
  const wait = vi.fn(async () => {});
  const onProgress = vi.fn();
  const isCancelled = () => stop.signal.aborted;
  const start = () => countAll(ids, { counts, read, wait, isCancelled, onProgress });
  return { start, read, wait, onProgress, stop };
}

test('all segments are counted, fifty at a time, with progress', async () => {
  const { start, read, onProgress } = run();
  expect(await start()).toEqual({
    status: 'counted',
    sizes: new Map(ids.map((id, index) => [id, index])),
    missing: 0,
  });
  expect(read.mock.calls.map(([asked]) => asked.length)).toEqual([50, 50, 20]);
  expect(onProgress.mock.calls).toEqual([[0], [50], [100]]);
});

test('fresh counts are not read again, but failed ones are', async () => {
  const hundred = endCounting(noCounts, ids.slice(0, 100).map(total), takenAt);
  const known = endCounting(hundred, [{ id: 'id-0', failure: unavailable }], takenAt);
  const { start, read } = run(total, known);
  expect(await start()).toMatchObject({ status: 'counted', missing: 0 });
  expect(read.mock.calls).toEqual([[['id-0', ...ids.slice(100)]]]);
});

test('segments that could not be counted are reported as missing', async () => {
  const { start } = run((id) => (id === 'id-7' ? { id, failure: unavailable } : total(id)));
  const result = await start();
  expect(result).toMatchObject({ status: 'counted', missing: 1 });
  expect(result.status === 'counted' && result.sizes.has('id-7')).toBe(false);
});

test('counting ends if a whole request fails, unless its segments are deleted', async () => {
  const { start, read } = run((id) => ({ id, failure: unavailable }));
  expect(await start()).toEqual({ status: 'failed', failure: unavailable });
  expect(read).toHaveBeenCalledTimes(1);
  const { start: startOther } = run((id) => ({ id, failure: gone }));
  expect(await startOther()).toMatchObject({ status: 'counted', missing: 120 });
});

test('after the wait for a request limit, the segments that it refused are read again', async () => {
  const { start, read, wait } = run((id, request) =>
    request === 1 && id !== 'id-0' ? { id, failure: limited } : total(id),
  );
  expect(await start()).toMatchObject({ status: 'counted', missing: 0 });
  expect(wait.mock.calls).toEqual([[7]]);
  expect(read.mock.calls.map(([asked]) => asked.length)).toEqual([50, 50, 50, 19]);
});

test('counting gives up if the request limit stays', async () => {
  const { start, wait } = run((id) => ({ id, failure: limited }));
  expect(await start()).toEqual({ status: 'failed', failure: limited });
  expect(wait.mock.calls.length).toBeLessThan(20);
});

test('cancelling stops before the next request', async () => {
  const { start, read, stop } = run((id) => {
    stop.abort();
    return total(id);
  });
  expect(await start()).toEqual({ status: 'cancelled' });
  expect(read).toHaveBeenCalledTimes(1);
});
