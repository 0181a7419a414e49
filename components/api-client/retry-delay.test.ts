import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';

test('temporary failures are tried again five times, each time after a longer delay', () => {
  const delays = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelay({ code: 'unavailable' }, attempt));
  expect(delays).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, undefined]);
});

test('a retry after a request limit waits until the limit is over', () => {
  expect(retryDelay({ code: 'rate-limited', retryAfterSeconds: 30 }, 1)).toBe(30_000);
});

test.each(['session-ended', 'not-permitted', 'reinstall-required', 'unexpected'] as const)(
  '%s is not tried again',
  (code) => expect(retryDelay({ code }, 1)).toBeUndefined(),
);
