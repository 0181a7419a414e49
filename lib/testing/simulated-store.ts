import { expect } from 'vitest';
import { type Ending, IN_FLIGHT, Limiter } from '../bigcommerce/client/limiter.ts';
import type { Claim } from '../bigcommerce/client/waiting-line.ts';
import { FakeClock, settle } from './fake-clock.ts';

/** How the store treats one attempt. */
interface Attempt {
  /** Milliseconds until the request reaches the store, and from then until the answer arrives. */
  there: number;
  back: number;
  fault: 'unanswered' | 'refused' | 'overloaded' | undefined;
}

interface Call extends Pick<Claim, 'pool' | 'lane' | 'priority'> {
  /** Further attempts are treated like the last one, but without its fault. */
  attempts: readonly Attempt[];
}

interface QuotaRules {
  windowMs: number;
  quota: number;
  /** The part of the quota that other apps use, at an even rate. */
  others: number;
}

export interface Situation extends QuotaRules {
  calls: readonly Call[];
  jitter: () => number;
}

/** Counts requests in fixed windows, the first of which begins with the first request. */
class StoreQuota {
  readonly #rules: QuotaRules;
  #start = Number.NEGATIVE_INFINITY;
  #used = 0;
  refusals = 0;

  constructor(rules: QuotaRules) {
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

/**
 * Carries out all calls, each until it is answered. Checks at every step that the limits are kept
 * and that a timer is set.
 */
export async function simulate({ calls, jitter, ...rules }: Situation) {
  const clock = new FakeClock();
  const startedAt = clock.now();
  const limiter = new Limiter(clock, jitter);
  const store = new StoreQuota(rules);
  const inFlight = { segmentation: 0, customers: 0, other: 0 };
  const pass = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  let bannedUntil = Number.NEGATIVE_INFINITY;
  let served = 0;

  async function meet({ there, back, fault }: Attempt): Promise<Ending> {
    if (fault === 'refused') return { type: 'refused' };
    await pass(there);
    const ending = store.take(clock.now());
    await pass(back);
    if (fault === 'unanswered') return { type: 'unanswered' };
    return fault === 'overloaded' ? { type: 'answered', status: 429, quota: undefined } : ending;
  }

  async function run({ pool, lane, priority, attempts }: Call): Promise<void> {
    const deadline = Number.POSITIVE_INFINITY;
    const claim = { pool, lane, priority, deadline, turn: limiter.turn() };
    const [last, ...faulty] = attempts.toReversed();
    for (;;) {
      const permit = await limiter.acquire(claim);
      expect(clock.now(), 'sent during a ban').toBeGreaterThanOrEqual(bannedUntil);
      inFlight[pool] += 1;
      expect(inFlight[pool], 'in flight').toBeLessThanOrEqual(IN_FLIGHT[pool]);
      const ending = await meet(faulty.pop() ?? { there: 0, back: 0, ...last, fault: undefined });
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
    expect(clock.next, 'what somebody waits for').toBeDefined();
    await Promise.race([clock.advanceToNext(), broken]);
  }
  await broken;
  return { limiter, refusals: store.refusals, elapsed: clock.now() - startedAt };
}
