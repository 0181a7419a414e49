import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BatchCap, type BatchResult, inBatches } from './batches.ts';

function cap(size: number): BatchCap & { size: number } {
  return {
    size,
    get() {
      return this.size;
    },
    lower(to) {
      this.size = Math.min(to, this.size);
    },
  };
}

const done = (batch: readonly number[]): BatchResult<string> => ({
  type: 'done',
  outcomes: batch.map((item) => `done ${item}`),
});
const items = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('batches', () => {
  test('are as large as allowed', async () => {
    const sizes: number[] = [];
    const outcomes = await inBatches(items(25), cap(10), async (batch) => {
      sizes.push(batch.length);
      return done(batch);
    });
    expect(sizes).toEqual([10, 10, 5]);
    expect(outcomes).toEqual(items(25).map((item) => `done ${item}`));
  });

  test('are halved until the refused item is alone', async () => {
    const sent: number[][] = [];
    const outcomes = await inBatches(items(10), cap(10), async (batch) => {
      sent.push([...batch]);
      if (!batch.includes(7)) return done(batch);
      return batch.length === 1
        ? { type: 'done', outcomes: ['refused'] }
        : { type: 'split', tooLarge: false };
    });
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(1);
    expect(outcomes[7]).toBe('refused');
    expect(sent.length).toBeLessThanOrEqual(9);
  });

  test('stay small once one was too large', async () => {
    const limit = cap(10);
    let refused = 0;
    await inBatches(items(200), limit, async (batch) => {
      if (batch.length <= 3) return done(batch);
      refused += 1;
      return { type: 'split', tooLarge: true };
    });
    expect(limit.size).toBe(3);
    expect(refused).toBeLessThanOrEqual(30);
  });

  test('are not sent if there are no items', async () => {
    expect(await inBatches([], cap(10), () => Promise.reject(new Error('sent')))).toEqual([]);
  });
});

/** The store refuses batches larger than `largest`, and each batch with a culprit in it. */
const situations = fc.record({
  count: fc.nat({ max: 120 }),
  cap: fc.integer({ min: 1, max: 20 }),
  largest: fc.integer({ min: 1, max: 12 }),
  culprits: fc.uniqueArray(fc.nat({ max: 119 }), { maxLength: 20 }),
  scheduler: fc.scheduler(),
});

test('every item gets exactly one outcome, in its place, in whatever order the answers come', async () => {
  const property = fc.asyncProperty(situations, async (situation) => {
    const { count, largest, scheduler } = situation;
    const culprits = new Set(situation.culprits);
    const settled: number[] = [];
    let requests = 0;
    const send = scheduler.scheduleFunction(async (batch: readonly number[]) => {
      requests += 1;
      const isRefused = batch.some((item) => culprits.has(item));
      if (batch.length > largest || (isRefused && batch.length > 1)) {
        const split: BatchResult<number> = { type: 'split', tooLarge: batch.length > largest };
        return split;
      }
      settled.push(...batch);
      return { type: 'done', outcomes: batch.map((item) => (isRefused ? -1 : item)) } as const;
    });
    const outcomes = await scheduler.waitFor(inBatches(items(count), cap(situation.cap), send));
    expect(outcomes).toEqual(items(count).map((item) => (culprits.has(item) ? -1 : item)));
    expect(settled.toSorted((a, b) => a - b)).toEqual(items(count));
    expect(requests).toBeLessThanOrEqual(Math.max(0, 2 * count - 1));
  });
  await fc.assert(property, { numRuns: 300 });
});
