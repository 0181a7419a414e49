import { describe, expect, test } from 'vitest';
import { type BatchCap, type BatchResult, inBatches } from './batches.ts';
import { seededRandom } from './seeded-random.ts';

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

  test('are halved until the culprit stands alone', async () => {
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

  test('of nothing are not sent', async () => {
    expect(await inBatches([], cap(10), () => Promise.reject(new Error('sent')))).toEqual([]);
  });
});

test.each(items(200))(
  'every item gets exactly one outcome, in its place (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const count = Math.floor(random() * 120);
    const largest = 1 + Math.floor(random() * 12);
    const culprits = new Set(items(count).filter(() => random() < 0.1));
    const settledOnce = new Set<number>();
    let requests = 0;
    const outcomes = await inBatches(
      items(count),
      cap(1 + Math.floor(random() * 20)),
      async (batch) => {
        requests += 1;
        await new Promise((resolve) => setImmediate(resolve));
        if (batch.length > largest) return { type: 'split', tooLarge: true };
        const isRefused = batch.some((item) => culprits.has(item));
        if (isRefused && batch.length > 1) return { type: 'split', tooLarge: false };
        for (const item of batch) {
          expect(settledOnce.has(item)).toBe(false);
          settledOnce.add(item);
        }
        return { type: 'done', outcomes: batch.map((item) => (isRefused ? -1 : item)) };
      },
    );
    expect(outcomes).toEqual(items(count).map((item) => (culprits.has(item) ? -1 : item)));
    expect(requests).toBeLessThanOrEqual(2 * count + 10);
  },
);
