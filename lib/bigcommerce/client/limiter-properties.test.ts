import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Situation, simulate } from '../../testing/simulated-store.ts';

/** After a failure, fast-check needs time to find the smallest failing case. */
const withTimeToShrink = { timeout: 60_000 };

const attempt = fc.record({
  there: fc.nat({ max: 300 }),
  back: fc.nat({ max: 300 }),
  fault: fc.option(fc.constantFrom('unanswered', 'refused', 'overloaded'), {
    freq: 4,
    nil: undefined,
  }),
});

const call = fc.record({
  pool: fc.constantFrom('segmentation', 'customers', 'other'),
  lane: fc.constantFrom('interactive', 'background'),
  priority: fc.constantFrom('single', 'finish', 'start'),
  attempts: fc.array(attempt, { minLength: 1, maxLength: 3 }),
});

const jitters = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));

const situation: fc.Arbitrary<Situation> = fc.record({
  calls: fc.array(call, { minLength: 1, maxLength: 250, size: 'max' }),
  windowMs: fc.integer({ min: 1_000, max: 30_000 }),
  quota: fc.integer({ min: 40, max: 150 }),
  others: fc.constantFrom(0, 0, 0.25, 0.5),
  jitter: jitters.map((stream) => () => stream.next().value),
});

test(
  'whatever a store does, its limits are kept and every request ends',
  withTimeToShrink,
  async () => {
    const property = fc.asyncProperty(situation, async (given) => {
      const { limiter } = await simulate(given);
      expect(limiter.idle || limiter.banMs > 0).toBe(true);
    });
    await fc.assert(property, { numRuns: 60 });
  },
);

test(
  'an app that has the whole quota, and gets all its answers, never gets a 429',
  withTimeToShrink,
  async () => {
    const alone = situation.map(({ calls, ...rules }) => ({
      ...rules,
      others: 0,
      calls: calls.map(({ attempts, ...rest }) => ({ ...rest, attempts: attempts.slice(-1) })),
    }));
    const property = fc.asyncProperty(alone, async (given) => {
      const { refusals } = await simulate(given);
      expect(refusals).toBe(0);
    });
    await fc.assert(property, { numRuns: 60 });
  },
);
