import { expect, test, vi } from 'vitest';
import { removeInSteps } from './remove-in-steps.ts';

const never = () => false;
const failure = { code: 'unavailable', message: '' } as const;

/** A segment of which one step removes up to 2,000 members. */
function segmentOf(members: number) {
  let left = members;
  const send = vi.fn(async (atMost: number) => {
    const removed = Math.min(left, atMost, 2_000);
    left -= removed;
    return { ok: true, data: { removed, left } } as const;
  });
  return { send };
}

test('steps continue until everybody is removed, with progress', async () => {
  const onProgress = vi.fn();
  const { send } = segmentOf(4_500);
  const outcome = await removeInSteps(4_500, { send, isCancelled: never, onProgress });
  expect(outcome).toEqual({ removed: 4_500, cancelled: false, unknown: false });
  expect(onProgress.mock.calls).toEqual([[2_000], [4_000], [4_500]]);
});

test('the steps together never ask to remove more than there were at first', async () => {
  const { send } = segmentOf(9_000);
  await removeInSteps(4_500, { send, isCancelled: never, onProgress: vi.fn() });
  expect(send.mock.calls).toEqual([[4_500], [2_500], [500]]);
});

test('removing stops once the segment is empty, or a step removes nobody', async () => {
  const { send } = segmentOf(1_000);
  const outcome = await removeInSteps(4_500, { send, isCancelled: never, onProgress: vi.fn() });
  expect(outcome.removed).toBe(1_000);
  const stuck = vi.fn(async () => ({ ok: true, data: { removed: 0, left: 5 } }) as const);
  await removeInSteps(5, { send: stuck, isCancelled: never, onProgress: vi.fn() });
  expect([send, stuck].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('cancelling stops before the next step', async () => {
  const { send } = segmentOf(4_500);
  const isCancelled = () => send.mock.calls.length > 0;
  const outcome = await removeInSteps(4_500, { send, isCancelled, onProgress: vi.fn() });
  expect(outcome).toEqual({ removed: 2_000, cancelled: true, unknown: false });
});

test('a step that fails ends the removal, and what it removed counts', async () => {
  const partly = vi.fn(async () => ({ ok: true, data: { removed: 7, left: 3, failure } }) as const);
  const options = { isCancelled: never, onProgress: vi.fn() };
  expect(await removeInSteps(10, { send: partly, ...options })).toMatchObject({
    removed: 7,
    failure,
  });
  const lost = async () => ({ ok: false, failure, unknown: true }) as const;
  expect(await removeInSteps(10, { send: lost, ...options })).toEqual({
    removed: 0,
    cancelled: false,
    failure,
    unknown: true,
  });
});
