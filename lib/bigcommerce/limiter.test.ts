import { describe, expect, test } from 'vitest';
import { BigCommerceError } from './errors.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { type Ending, IN_FLIGHT, Limiter, type Permit } from './limiter.ts';
import { seededRandom } from './seeded-random.ts';
import type { Claim } from './waiting-line.ts';

const answered = (status = 200): Ending => ({ type: 'answered', status, quota: undefined });
const limited = (resetMs: number): Ending => ({
  type: 'answered',
  status: 429,
  quota: { left: 0, quota: 100, windowMs: 30_000, resetMs },
});

function setUp(random = () => 1) {
  const clock = new FakeClock();
  const limiter = new Limiter(clock, random);
  const started: { name: string; permit: Permit; at: number }[] = [];
  const failures = new Map<string, unknown>();
  const start = clock.now();
  const ask = (name: string, claim: Partial<Claim> = {}) => {
    limiter
      .acquire({
        pool: 'segmentation',
        lane: 'interactive',
        deadline: Number.POSITIVE_INFINITY,
        turn: limiter.turn(),
        ...claim,
      })
      .then(
        (permit) => started.push({ name, permit, at: clock.now() - start }),
        (error: unknown) => failures.set(name, error),
      );
  };
  const finish = async (name: string, ending = answered()) => {
    started.find((entry) => entry.name === name)?.permit.release(ending);
    await settle();
  };
  const names = () => started.map(({ name }) => name);
  return { clock, limiter, started, failures, ask, finish, names };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('in flight', () => {
  test('at most ten segmentation requests, and four for customers beside them', async () => {
    const { ask, names, finish } = setUp();
    for (const name of range(12)) ask(name);
    for (const name of range(6)) ask(`c${name}`, { pool: 'customers' });
    await settle();
    expect(names()).toEqual([...range(10), 'c0', 'c1', 'c2', 'c3']);
    await finish('3');
    expect(names().at(-1)).toBe('10');
  });

  test('interactive requests go before background ones, and a retry keeps its turn', async () => {
    const { ask, names, finish } = setUp();
    for (const name of range(10)) ask(name);
    ask('background', { lane: 'background' });
    ask('late', { turn: 100 });
    ask('retry', { turn: 5 });
    await settle();
    for (const name of range(3)) await finish(name);
    expect(names().slice(10)).toEqual(['retry', 'late', 'background']);
  });
});

describe('after a 429', () => {
  test('nothing is sent before the reset, then one, then more with every success', async () => {
    const { ask, names, finish, clock, started } = setUp();
    for (const name of range(20)) ask(name);
    await settle();
    await finish('0', limited(5_000));
    for (const name of range(10).slice(1)) await finish(name);
    await clock.advance(4_999);
    expect(names()).toHaveLength(10);
    await clock.advance(1);
    expect(names()).toHaveLength(11);
    expect(started[10]?.at).toBe(5_000);
    await finish('10');
    expect(names()).toHaveLength(13);
    await finish('11');
    await finish('12');
    expect(names()).toHaveLength(17);
  });

  test('without headers the wait doubles from 1 s to 60 s, with full jitter', async () => {
    const { ask, names, finish, clock } = setUp(() => 0.5);
    const waits: number[] = [];
    for (const [turn, name] of range(9).entries()) {
      const before = clock.now();
      ask(name);
      await settle();
      if (!names().includes(name)) await clock.advanceToNext();
      waits.push(clock.now() - before);
      expect(names()).toHaveLength(turn + 1);
      await finish(name, answered(429));
    }
    expect(waits).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  test('a volley of them counts as one', async () => {
    const { ask, finish, limiter } = setUp();
    for (const name of range(10)) ask(name);
    await settle();
    for (const name of range(10)) await finish(name, answered(429));
    expect(limiter.banMs).toBe(1_000);
    expect(limiter.timesLimited).toBe(10);
  });
});

describe('deadlines', () => {
  test('who cannot be served before the deadline is told at once, and when to come back', async () => {
    const { ask, finish, failures, clock, names } = setUp();
    for (const name of range(10)) ask(name);
    ask('waiting', { deadline: clock.now() + 30_000 });
    await settle();
    await finish('0', limited(40_000));
    ask('new', { deadline: clock.now() + 30_000 });
    await settle();
    for (const name of ['waiting', 'new']) {
      expect(failures.get(name)).toMatchObject({ kind: 'rate-limited', retryAfterMs: 40_000 });
    }
    expect(names()).toHaveLength(10);
  });

  test('a deadline that passes in the queue ends the wait', async () => {
    const { ask, clock, failures } = setUp();
    for (const name of range(10)) ask(name);
    ask('waiting', { deadline: clock.now() + 30_000 });
    await clock.advance(30_000);
    expect(failures.get('waiting')).toMatchObject({ kind: 'unavailable' });
  });

  test('an abort ends the wait and frees the place in the queue', async () => {
    const { ask, finish, failures, names } = setUp();
    const controller = new AbortController();
    for (const name of range(10)) ask(name);
    ask('aborted', { signal: controller.signal });
    ask('next');
    await settle();
    controller.abort();
    await finish('0');
    expect(failures.get('aborted')).toBeInstanceOf(BigCommerceError);
    expect(names().at(-1)).toBe('next');
  });
});

/**
 * A store with a quota in fixed windows, which answers after a random time and now and then
 * drops, refuses or limits a request.
 */
test.each(range(60).map(Number))(
  'whatever the store does, its limits hold and all get their turn (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const clock = new FakeClock();
    const limiter = new Limiter(clock, random);
    const windowMs = 1_000 + Math.floor(random() * 30_000);
    const limit = 40 + Math.floor(random() * 60);
    const others = random() < 0.3 ? random() * 0.5 : 0;
    const faults = random() < 0.5 ? 0 : random() * 0.2;
    const total = 20 + Math.floor(random() * 300);
    const inFlight = { segmentation: 0, customers: 0, other: 0 };
    let windowStart = clock.now();
    let used = 0;
    let bannedUntil = 0;
    let served = 0;
    let quotaAnswers = 0;

    function take(): Ending {
      const now = clock.now();
      if (now >= windowStart + windowMs) {
        windowStart = now;
        used = 0;
      }
      const stolen = Math.floor((others * limit * (now - windowStart)) / windowMs);
      const allowed = used + stolen < limit;
      if (allowed) used += 1;
      else quotaAnswers += 1;
      const left = Math.max(0, limit - used - stolen);
      const resetMs = windowStart + windowMs - now;
      const quota = { left, quota: limit, windowMs, resetMs };
      return { type: 'answered', status: allowed ? 200 : 429, quota };
    }

    async function run(claim: Omit<Claim, 'turn' | 'deadline'>): Promise<void> {
      const turn = limiter.turn();
      for (;;) {
        const permit = await limiter.acquire({
          ...claim,
          turn,
          deadline: Number.POSITIVE_INFINITY,
        });
        expect(clock.now()).toBeGreaterThanOrEqual(bannedUntil);
        inFlight[claim.pool] += 1;
        expect(inFlight[claim.pool]).toBeLessThanOrEqual(IN_FLIGHT[claim.pool]);
        const fault = random() < faults ? random() : 1;
        const ending: Ending =
          fault < 0.3
            ? { type: 'unanswered' }
            : fault < 0.5
              ? { type: 'refused' }
              : fault < 1
                ? answered(429)
                : take();
        await new Promise<void>((resolve) => {
          clock.after(random() * 500, resolve);
        });
        inFlight[claim.pool] -= 1;
        if (ending.type === 'answered' && ending.status === 429 && ending.quota !== undefined) {
          bannedUntil = Math.max(bannedUntil, clock.now() + ending.quota.resetMs);
        }
        permit.release(ending);
        if (ending.type !== 'answered' || ending.status !== 429) break;
      }
      served += 1;
    }

    const pools = ['segmentation', 'customers', 'other'] as const;
    const runs = Array.from({ length: total }, () =>
      run({
        pool: pools[Math.floor(random() * 3)] ?? 'other',
        lane: random() < 0.5 ? 'interactive' : 'background',
      }),
    );
    await settle();
    for (let steps = 0; served < total && clock.next !== undefined; steps += 1) {
      expect(steps).toBeLessThan(100_000);
      await clock.advanceToNext();
    }
    await Promise.all(runs);
    expect(served).toBe(total);
    expect(limiter.idle || limiter.banMs > 0).toBe(true);
    if (others === 0 && faults === 0) expect(quotaAnswers).toBe(0);
  },
);
