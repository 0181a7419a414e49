import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { TokenBuckets } from './token-buckets.ts';

function buckets(callers?: number) {
  const clock = new FakeClock();
  const limiter = new TokenBuckets(
    { burst: 3, perSecond: 0.5 },
    { clock, ...(callers && { callers }) },
  );
  const takeAll = (caller: string) => {
    while (limiter.take(caller) === 0);
  };
  return { clock, limiter, takeAll };
}

test('row 31: a burst is admitted, and the rest is refused with the time to wait', () => {
  const { limiter } = buckets();
  expect([1, 2, 3, 4, 5].map(() => limiter.take('ann'))).toEqual([0, 0, 0, 2, 2]);
});

test('row 31: after the wait exactly one more is admitted, and after a long wait no more than a burst', async () => {
  const { clock, limiter, takeAll } = buckets();
  takeAll('ann');
  await clock.advance(1_999);
  expect(limiter.take('ann')).toBe(1);
  await clock.advance(1);
  expect([limiter.take('ann'), limiter.take('ann')]).toEqual([0, 2]);
  await clock.advance(3_600_000);
  expect([1, 2, 3, 4].map(() => limiter.take('ann'))).toEqual([0, 0, 0, 2]);
});

test('row 31: one caller does not use up the tokens of another', () => {
  const { limiter, takeAll } = buckets();
  takeAll('ann');
  expect(limiter.take('bob')).toBe(0);
});

test('row 31: memory is bounded: full buckets are removed first, then the oldest', async () => {
  const { clock, limiter, takeAll } = buckets(2);
  takeAll('ann');
  takeAll('bob');
  limiter.take('cem');
  expect(limiter.take('bob')).toBeGreaterThan(0);
  await clock.advance(2_000);
  takeAll('bob');
  limiter.take('dan');
  expect(limiter.take('bob')).toBeGreaterThan(0);
});
