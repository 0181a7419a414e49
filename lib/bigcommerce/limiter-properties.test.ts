import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeClock, settle } from './fake-clock.ts';
import { type Ending, IN_FLIGHT, Limiter } from './limiter.ts';

/** A failure is worth the time to find its smallest case. */
const withTimeToShrink = { timeout: 60_000 };

/** What becomes of one attempt. Milliseconds. */
const attempt = fc.record({
  /** Until the store has it, and from then until the answer is back. */
  there: fc.nat({ max: 300 }),
  back: fc.nat({ max: 300 }),
  fault: fc.option(fc.constantFrom('unanswered', 'refused', 'overloaded'), {
    freq: 4,
    nil: 'none',
  }),
});

const call = fc.record({
  pool: fc.constantFrom('segmentation', 'customers', 'other'),
  lane: fc.constantFrom('interactive', 'background'),
  /** The last one is what every further attempt meets, without its fault. */
  attempts: fc.array(attempt, { minLength: 1, maxLength: 3 }),
});

const situation = fc.record({
  calls: fc.array(call, { minLength: 1, maxLength: 250, size: 'max' }),
  windowMs: fc.integer({ min: 1_000, max: 30_000 }),
  quota: fc.integer({ min: 40, max: 150 }),
  /** The part of the quota that other apps use up, evenly. */
  others: fc.constantFrom<number[]>(0, 0, 0.25, 0.5),
  jitter: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
});

type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;
type Call = Situation['calls'][number];

/** Counts requests in fixed windows, the first of which begins with the first request. */
class StoreQuota {
  readonly #rules: Pick<Situation, 'windowMs' | 'quota' | 'others'>;
  #start = Number.NEGATIVE_INFINITY;
  #used = 0;
  refusals = 0;

  constructor(rules: Pick<Situation, 'windowMs' | 'quota' | 'others'>) {
    this.#rules = rules;
  }

  take(now: number): Ending {
    const { windowMs, quota, others } = this.#rules;
    if (now >= this.#start + windowMs) {
      this.#start = now;
      this.#used = 0;
    }
    const elapsed = now - this.#start;
    const left = quota - this.#used - Math.floor((others * quota * elapsed) / windowMs);
    const isAllowed = left > 0;
    if (isAllowed) this.#used += 1;
    else this.refusals += 1;
    return {
      type: 'answered',
      status: isAllowed ? 200 : 429,
      quota: { left: Math.max(0, left - 1), quota, windowMs, resetMs: windowMs - elapsed },
    };
  }
}

async function simulate({ calls, jitter, ...rules }: Situation) {
  const clock = new FakeClock();
  const limiter = new Limiter(clock, () => jitter.next().value);
  const store = new StoreQuota(rules);
  const inFlight = { segmentation: 0, customers: 0, other: 0 };
  const pass = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  let bannedUntil = Number.NEGATIVE_INFINITY;
  let served = 0;

  async function meet({ there, back, fault }: Call['attempts'][number]): Promise<Ending> {
    if (fault === 'refused') return { type: 'refused' };
    await pass(there);
    const ending = store.take(clock.now());
    await pass(back);
    if (fault === 'unanswered') return { type: 'unanswered' };
    return fault === 'overloaded' ? { type: 'answered', status: 429, quota: undefined } : ending;
  }

  async function run({ pool, lane, attempts }: Call): Promise<void> {
    const claim = { pool, lane, deadline: Number.POSITIVE_INFINITY, turn: limiter.turn() };
    const [last, ...faulty] = attempts.toReversed();
    for (;;) {
      const permit = await limiter.acquire(claim);
      expect(clock.now(), 'sent during a ban').toBeGreaterThanOrEqual(bannedUntil);
      inFlight[pool] += 1;
      expect(inFlight[pool], 'in flight').toBeLessThanOrEqual(IN_FLIGHT[pool]);
      const ending = await meet(faulty.pop() ?? { there: 0, back: 0, ...last, fault: 'none' });
      inFlight[pool] -= 1;
      permit.release(ending);
      bannedUntil = Math.max(bannedUntil, clock.now() + limiter.banMs);
      if (ending.type === 'answered' && ending.status === 429 && ending.quota !== undefined) {
        bannedUntil = Math.max(bannedUntil, clock.now() + ending.quota.resetMs);
      }
      if (ending.type === 'answered' && ending.status === 200) break;
    }
    served += 1;
  }

  const runs = calls.map(run);
  const broken = Promise.all(runs).then(() => undefined);
  await settle();
  while (served < calls.length) {
    expect(clock.next, 'somebody waits, and nothing will happen').toBeDefined();
    await Promise.race([clock.advanceToNext(), broken]);
  }
  await broken;
  return { limiter, store };
}

test(
  'whatever a store does, its limits hold, and everyone gets through',
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
  'who has the quota for himself, and is answered, is never told 429',
  withTimeToShrink,
  async () => {
    const alone = situation.map(({ calls, ...rules }) => ({
      ...rules,
      others: 0,
      calls: calls.map(({ attempts, ...rest }) => ({ ...rest, attempts: attempts.slice(-1) })),
    }));
    const property = fc.asyncProperty(alone, async (given) => {
      const { store } = await simulate(given);
      expect(store.refusals).toBe(0);
    });
    await fc.assert(property, { numRuns: 60 });
  },
);
