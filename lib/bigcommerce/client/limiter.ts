import { type Clock, systemClock } from '../../process/clock.ts';
import { BigCommerceError } from './errors.ts';
import { Quota, type QuotaReport } from './quota.ts';
import { type Claim, type Lane, type Pool, WaitingLine } from './waiting-line.ts';

/** How many requests of a pool may be in flight. BigCommerce allows ten for segments. */
export const IN_FLIGHT: Readonly<Record<Pool, number>> = {
  segmentation: 10,
  customers: 4,
  other: 4,
};

/** The part of the store's quota that a request leaves to others: other apps, and screens. */
const RESERVE: Readonly<Record<Lane, number>> = { interactive: 0, background: 2 / 5 };

/** The failure of a request whose deadline passed while it waited. */
export const deadlinePassed = new BigCommerceError('the deadline passed in the queue', {
  kind: 'unavailable',
});

/** A 429 never holds requests back for less than this, even if its headers say so. */
const LEAST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** How a request ended; `refused` never reached the store. */
export type Ending =
  | { type: 'answered'; status: number; quota: QuotaReport | undefined }
  | { type: 'unanswered' }
  | { type: 'refused' };

export interface Permit {
  /** How many milliseconds the request was held back. */
  waitedMs: number;
  /** Must be called exactly once, when the answer has been read to its end. */
  release(ending: Ending): void;
}

interface Waiter extends Claim {
  since: number;
  resolve(permit: Permit): void;
  reject(error: BigCommerceError): void;
}

/** Decides when each request of one store may be sent. */
export class Limiter {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #leastPauseMs: number;
  readonly #quota = new Quota();
  readonly #line = new WaitingLine<Waiter>();
  readonly #inFlight: Record<Pool, number> = { segmentation: 0, customers: 0, other: 0 };
  #cancelWake: (() => void) | undefined;
  #turns = 0;
  #bannedUntil = Number.NEGATIVE_INFINITY;
  /** How many requests may be in flight: 1 after a 429, and 1 more with every success. */
  #ramp = Number.POSITIVE_INFINITY;
  /** 429s in a row that did not say how long to wait. */
  #overloads = 0;
  #timesLimited = 0;

  constructor(
    clock: Clock = systemClock,
    random: () => number = Math.random,
    leastPauseMs = LEAST_PAUSE_MS,
  ) {
    this.#clock = clock;
    this.#random = random;
    this.#leastPauseMs = leastPauseMs;
  }

  get timesLimited(): number {
    return this.#timesLimited;
  }

  get quotaLeft(): number | undefined {
    return this.#quota.left(this.#clock.now());
  }

  /** For how many milliseconds, after a 429, nothing may be sent to the store; 0 if it may. */
  get banMs(): number {
    return Math.max(0, this.#bannedUntil - this.#clock.now());
  }

  get idle(): boolean {
    return this.#line.size === 0 && this.#total() === 0 && this.banMs === 0;
  }

  turn(): number {
    return this.#turns++;
  }

  /**
   * @throws {BigCommerceError} `rate-limited`, or {@link deadlinePassed}, if the deadline can't be
   * met. When the signal aborts: its reason if that is a BigCommerceError, or else `unavailable`
   */
  acquire(claim: Claim): Promise<Permit> {
    const { promise, resolve, reject } = Promise.withResolvers<Permit>();
    const waiter = { ...claim, since: this.#clock.now(), resolve, reject };
    const abort = () => {
      this.#line.remove(waiter);
      reject(reasonOf(claim.signal));
      this.#pump();
    };
    if (claim.signal?.aborted) abort();
    else {
      claim.signal?.addEventListener('abort', abort, { once: true });
      this.#line.add(waiter);
      this.#pump();
    }
    return promise.finally(() => claim.signal?.removeEventListener('abort', abort));
  }

  #pump(): void {
    this.#cancelWake?.();
    this.#cancelWake = undefined;
    const now = this.#clock.now();
    this.#dismissLate(now);
    while (this.#total() < this.#ramp) {
      const waiter = this.#line.take(
        ({ pool, lane }) =>
          this.#inFlight[pool] < IN_FLIGHT[pool] && this.#earliest(lane, now) <= now,
      );
      if (waiter === undefined) break;
      this.#start(waiter, now);
    }
    this.#wakeAgain(now);
  }

  #start(waiter: Waiter, now: number): void {
    const { pool } = waiter;
    this.#inFlight[pool] += 1;
    this.#quota.sent(now);
    waiter.resolve({
      waitedMs: now - waiter.since,
      release: (ending) => {
        this.#inFlight[pool] -= 1;
        this.#learn(ending, now);
        this.#pump();
      },
    });
  }

  #learn(ending: Ending, sentAt: number): void {
    const now = this.#clock.now();
    if (ending.type === 'unanswered') this.#quota.unanswered(now);
    if (ending.type !== 'answered') return;
    if (ending.quota !== undefined) this.#quota.observe(ending.quota, sentAt, now);
    const sentSinceBan = sentAt >= this.#bannedUntil;
    if (ending.status === 429) {
      this.#timesLimited += 1;
      const { resetMs } = ending.quota ?? {};
      if (resetMs !== undefined && resetMs >= this.#leastPauseMs) this.#ban(now + resetMs);
      else if (sentSinceBan) this.#ban(now + this.#growingPause());
    } else if (sentSinceBan) {
      this.#overloads = 0;
      this.#ramp += 1;
    }
  }

  #ban(until: number): void {
    this.#bannedUntil = Math.max(this.#bannedUntil, until);
    this.#ramp = 1;
  }

  /** Between half of a bound and the bound, which doubles from twice the least pause to 60 s. */
  #growingPause(): number {
    const bound = Math.min(LONGEST_PAUSE_MS, this.#leastPauseMs * 2 ** (this.#overloads + 1));
    this.#overloads += 1;
    return (bound * (1 + this.#random())) / 2;
  }

  #earliest(lane: Lane, now: number): number {
    return Math.max(this.#bannedUntil, this.#quota.nextAt(now, this.#total(), RESERVE[lane]));
  }

  #total(): number {
    return this.#inFlight.segmentation + this.#inFlight.customers + this.#inFlight.other;
  }

  #dismissLate(now: number): void {
    for (const waiter of this.#line.due(Math.max(now, this.#earliest('background', now)))) {
      const earliest = this.#earliest(waiter.lane, now);
      if (waiter.deadline > Math.max(now, earliest)) continue;
      this.#line.remove(waiter);
      waiter.reject(
        earliest > now
          ? new BigCommerceError('the store is at its request limit', {
              kind: 'rate-limited',
              retryAfterMs: Math.ceil(earliest - now),
            })
          : deadlinePassed,
      );
    }
  }

  #wakeAgain(now: number): void {
    if (this.#line.size === 0) return;
    const starts = [this.#earliest('interactive', now), this.#earliest('background', now)];
    const at = Math.min(...starts.filter((start) => start > now), this.#line.firstDeadline);
    if (at === Number.POSITIVE_INFINITY) return;
    this.#cancelWake = this.#clock.after(at - now, () => this.#pump());
  }
}

function reasonOf(signal: AbortSignal | undefined): BigCommerceError {
  const reason: unknown = signal?.reason;
  return reason instanceof BigCommerceError
    ? reason
    : new BigCommerceError('aborted before it was sent', { kind: 'unavailable' });
}
