import 'server-only';
import { type Clock, systemClock } from '../process/clock.ts';

export interface Rate {
  /** How many requests may come at once. */
  burst: number;
  /** How many requests per second may follow. */
  perSecond: number;
}

interface Bucket {
  tokens: number;
  /** When `tokens` was last updated. */
  at: number;
}

/** How many callers are remembered; with more, the oldest bucket is forgotten. */
const CALLERS = 10_000;

/** A token bucket for each caller, in this process's memory. */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #clock: Clock;
  readonly #callers: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, { clock = systemClock, callers = CALLERS } = {}) {
    this.#rate = rate;
    this.#clock = clock;
    this.#callers = callers;
  }

  /**
   * Counts a request, or refuses it.
   * @returns seconds until the next one is admitted; 0: this one is
   */
  take(caller: string): number {
    const bucket = this.#refilled(caller);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / this.#rate.perSecond);
    bucket.tokens -= 1;
    return 0;
  }

  #refilled(caller: string): Bucket {
    const known = this.#buckets.get(caller);
    const now = this.#clock.now();
    if (known) {
      known.tokens = this.#tokens(known, now);
      known.at = now;
      return known;
    }
    if (this.#buckets.size >= this.#callers) this.#forget(now);
    const fresh = { tokens: this.#rate.burst, at: now };
    this.#buckets.set(caller, fresh);
    return fresh;
  }

  #tokens({ tokens, at }: Bucket, now: number): number {
    const { burst, perSecond } = this.#rate;
    return Math.min(burst, tokens + ((now - at) / 1000) * perSecond);
  }

  /** A full bucket is equal to a missing one. */
  #forget(now: number): void {
    for (const [caller, bucket] of this.#buckets) {
      if (this.#tokens(bucket, now) === this.#rate.burst) this.#buckets.delete(caller);
    }
    const [longestKnown] = this.#buckets.keys();
    if (this.#buckets.size >= this.#callers && longestKnown !== undefined) {
      this.#buckets.delete(longestKnown);
    }
  }
}
