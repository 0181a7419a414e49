import { expect, test, vi } from 'vitest';
import type { CallResult } from '../api/call-action.ts';
import type { DeleteOutcome } from './actions.ts';
import { deleteInChunks, settleBy } from './deletion.ts';

const ids = Array.from({ length: 250 }, (_, index) => `id-${index}`);

const allDeleted = (chunk: string[]): CallResult<DeleteOutcome[]> => ({
  ok: true,
  data: chunk.map((id) => ({ status: 'deleted', id })),
});

function run(send: (chunk: string[]) => CallResult<DeleteOutcome[]>, isCancelled = () => false) {
  const sender = vi.fn(async (chunk: string[]) => send(chunk));
  const onProgress = vi.fn();
  const tally = deleteInChunks(ids, { send: sender, isCancelled, onProgress });
  return { sender, onProgress, tally };
}

test('chunks of a hundred go one after the other, with progress', async () => {
  const { sender, onProgress, tally } = run(allDeleted);
  expect(await tally).toMatchObject({ deleted: ids, failed: [], unknown: [], left: [] });
  expect(sender.mock.calls.map(([chunk]) => chunk.length)).toEqual([100, 100, 50]);
  expect(onProgress.mock.calls).toEqual([[100], [200], [250]]);
});

test('cancelling stops before the next chunk', async () => {
  let cancelled = false;
  const { sender, tally } = run(
    (chunk) => {
      cancelled = true;
      return allDeleted(chunk);
    },
    () => cancelled,
  );
  const { deleted, left, cancelled: wasCancelled } = await tally;
  expect(sender).toHaveBeenCalledTimes(1);
  expect([deleted.length, left.length, wasCancelled]).toEqual([100, 150, true]);
});

test('a chunk that fails as a whole ends it', async () => {
  const { sender, tally } = run(() => ({
    ok: false,
    failure: { code: 'rate-limited', retryAfterSeconds: 5 },
    unknown: false,
  }));
  expect(await tally).toMatchObject({
    deleted: [],
    failed: ids.slice(0, 100),
    left: ids.slice(100),
    failure: { code: 'rate-limited' },
  });
  expect(sender).toHaveBeenCalledTimes(1);
});

test('no answer leaves the chunk unknown, and nothing more is sent', async () => {
  const { tally } = run(() => ({ ok: false, failure: { code: 'network' }, unknown: true }));
  expect(await tally).toMatchObject({ unknown: ids.slice(0, 100), left: ids.slice(100) });
});

test('outcomes count one by one; an id without one is unknown', async () => {
  const { tally } = run((chunk) => ({
    ok: true,
    data: chunk
      .slice(0, -1)
      .map((id, index) =>
        index === 0
          ? { status: 'failed', id, failure: { code: 'not-found', message: '' } }
          : { status: 'deleted', id },
      ),
  }));
  const { deleted, failed, unknown, failure } = await tally;
  expect(failed).toEqual(['id-0', 'id-100', 'id-200']);
  expect(unknown).toEqual(['id-99', 'id-199', 'id-249']);
  expect(deleted).toHaveLength(244);
  expect(failure?.code).toBe('not-found');
});

test('a list read afterwards settles what is in doubt', () => {
  const tally = {
    deleted: ['a'],
    failed: ['b', 'c'],
    unknown: ['d', 'e'],
    left: ['f'],
    cancelled: false,
  };
  expect(settleBy(new Set(['b', 'd', 'f']), tally)).toEqual({
    ...tally,
    deleted: ['a', 'c', 'e'],
    failed: ['b', 'd'],
    unknown: [],
  });
});
