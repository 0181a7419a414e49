import { expect, test } from 'vitest';
import { simulate } from '../../testing/simulated-store.ts';
import { IN_FLIGHT } from './limiter.ts';
import type { Lane } from './waiting-line.ts';

/* A long run against a store on the Pro plan: 450 requests per 30 s, each answered after 120 ms. */
const quota = 450;
const windowMs = 30_000;
const latencyMs = 120;

function longRun(count: number, others: number, lane: Lane = 'interactive') {
  const attempts = [{ there: latencyMs / 2, back: latencyMs / 2, fault: undefined }];
  const claim = { pool: 'segmentation', lane, priority: 'single' } as const;
  const call = { ...claim, attempts };
  return simulate({ calls: Array(count).fill(call), quota, windowMs, others, jitter: () => 0.5 });
}

/** The least time possible: every full window is used up, and the rest is sent ten at a time. */
function idealTime(count: number, share: number): number {
  const fullWindows = Math.ceil(count / share) - 1;
  const rest = count - fullWindows * share;
  return fullWindows * windowMs + Math.ceil(rest / IN_FLIGHT.segmentation) * latencyMs;
}

test('within the quota, as many requests as allowed are always in flight', async () => {
  const { elapsed } = await longRun(100, 0);
  expect(elapsed).toBe(idealTime(100, quota));
});

const unhurried = { timeout: 30_000 };

test(
  '5,000 calls get no 429 and take less than 5 % longer than the quota demands',
  unhurried,
  async () => {
    const { elapsed, refusals } = await longRun(5_000, 0);
    expect(refusals).toBe(0);
    expect(elapsed / idealTime(5_000, quota)).toBeLessThan(1.05);
  },
);

test(
  'beside an app that uses half of the quota, they take less than 15 % longer than the rest demands',
  unhurried,
  async () => {
    const { elapsed } = await longRun(5_000, 0.5);
    expect(elapsed / idealTime(5_000, quota / 2)).toBeLessThan(1.15);
  },
);

test('background requests leave two fifths of the quota, and use the rest', async () => {
  const { elapsed } = await longRun(1_000, 0, 'background');
  const ideal = idealTime(1_000, (quota * 3) / 5);
  expect(elapsed / ideal).toBeGreaterThanOrEqual(1);
  expect(elapsed / ideal).toBeLessThan(1.05);
});
