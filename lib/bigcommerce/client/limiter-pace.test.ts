import { expect, test } from 'vitest';
import { simulate } from '../../testing/simulated-store.ts';
import { IN_FLIGHT } from './limiter.ts';

/* A long run against a Pro store: 450 requests per 30 s, and 120 ms until an answer. */
const quota = 450;
const windowMs = 30_000;
const latencyMs = 120;

function longRun(count: number, others: number) {
  const attempts = [{ there: latencyMs / 2, back: latencyMs / 2, fault: undefined }];
  const claim = { pool: 'segmentation', lane: 'background', priority: 'single' } as const;
  const call = { ...claim, attempts };
  return simulate({ calls: Array(count).fill(call), quota, windowMs, others, jitter: () => 0.5 });
}

/** Uses up every window, and sends what is left over ten at a time. */
function idealTime(count: number, share: number): number {
  const fullWindows = Math.ceil(count / share) - 1;
  const rest = count - fullWindows * share;
  return fullWindows * windowMs + Math.ceil(rest / IN_FLIGHT.segmentation) * latencyMs;
}

test('within the quota, no slot is ever empty', async () => {
  const { elapsed } = await longRun(100, 0);
  expect(elapsed).toBe(idealTime(100, quota));
});

const unhurried = { timeout: 30_000 };

test(
  '5,000 calls glide along the quota without a 429, hardly slower than it allows',
  unhurried,
  async () => {
    const { elapsed, refusals } = await longRun(5_000, 0);
    expect(refusals).toBe(0);
    expect(elapsed / idealTime(5_000, quota)).toBeLessThan(1.05);
  },
);

test('they finish on what another app leaves of it', unhurried, async () => {
  const { elapsed } = await longRun(5_000, 0.5);
  expect(elapsed / idealTime(5_000, quota / 2)).toBeLessThan(1.15);
});
