import { expect, test, vi } from 'vitest';
import type { CallResult } from '../api-client/call-action.ts';
import { type Outcome, settleBy, workInChunks } from './in-chunks.ts';

const ids = Array.from({ length: 250 }, (_, index) => `id-${index}`);

type Result = CallResult<Outcome<string>[]>;

const allDone = (chunk: string[]): Result => ({
  ok: true,
  data: chunk.map((id) => ({ status: 'done', id })),
});

function run(send: (chunk: string[]) => Result, isCancelled = () => false) {
  const sender = vi.fn(async (chunk: string[]) => send(chunk));
  const onProgress = vi.fn();
  const tally = workInChunks(ids, { chunkSize: 100, send: sender, isCancelled, onProgress });
  return { sender, onProgress, tally };
}

test('chunks of a hundred are sent one after the other, with progress', async () => {
  const { sender, onProgress, tally } = run(allDone);
  expect(await tally).toMatchObject({ done: ids, failed: [], unknown: [], left: [] });
  expect(sender.mock.calls.map(([chunk]) => chunk.length)).toEqual([100, 100, 50]);
  expect(onProgress.mock.calls).toEqual([[100], [200], [250]]);
});

test('cancelling stops before the next chunk', async () => {
  let cancelled = false;
  const { sender, tally } = run(
    (chunk) => {
      cancelled = true;
      return allDone(chunk);
    },
    () => cancelled,
  );
  const { done, left, cancelled: wasCancelled } = await tally;
  expect(sender).toHaveBeenCalledTimes(1);
  expect([done.length, left.length, wasCancelled]).toEqual([100, 150, true]);
});

test('a chunk that fails as a whole ends the job', async () => {
  const { sender, tally } = run(() => ({
    ok: false,
    failure: { code: 'rate-limited', retryAfterSeconds: 5 },
    unknown: false,
  }));
  expect(await tally).toMatchObject({
    done: [],
    failed: ids.slice(0, 100),
    left: ids.slice(100),
    failure: { code: 'rate-limited' },
  });
  expect(sender).toHaveBeenCalledTimes(1);
});

test('a lost answer makes the chunk unknown, and nothing more is sent', async () => {
  const { tally } = run(() => ({ ok: false, failure: { code: 'network' }, unknown: true }));
  expect(await tally).toMatchObject({ unknown: ids.slice(0, 100), left: ids.slice(100) });
});

test('each outcome is counted for itself, and an id without one is unknown', async () => {
  const { tally } = run((chunk) => ({
    ok: true,
    data: chunk
      .slice(0, -1)
      .map((id, index) =>
        index === 0
          ? { status: 'failed', id, failure: { code: 'not-found', message: '' } }
          : { status: 'done', id },
      ),
  }));
  const { done, failed, unknown, failure } = await tally;
  expect(failed).toEqual(['id-0', 'id-100', 'id-200']);
  expect(unknown).toEqual(['id-99', 'id-199', 'id-249']);
  expect(done).toHaveLength(244);
  expect(failure?.code).toBe('not-found');
});

test('a list read afterwards shows which failed or unknown ids are done', () => {
  const tally = {
    done: ['a'],
    failed: ['b', 'c'],
    unknown: ['d', 'e'],
    left: ['f'],
    cancelled: false,
  };
  expect(settleBy(new Set(['b', 'd', 'f']), tally)).toEqual({
    ...tally,
    done: ['a', 'c', 'e'],
    failed: ['b', 'd'],
    unknown: [],
  });
});
