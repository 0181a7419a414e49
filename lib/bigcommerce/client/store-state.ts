import 'server-only';
import { type Clock, systemClock } from '../../process/clock.ts';
import { processSingleton } from '../../process/process-singleton.ts';
import type { Answer } from './answer.ts';
import type { BatchCap } from './batches.ts';
import { Limiter } from './limiter.ts';
import { SingleFlight } from './single-flight.ts';

/** A store has at most 1,000 segments at a time; the rest of these have been deleted. */
const MOST_KNOWN_SEGMENTS = 5_000;
const MOST_KNOWN_LISTS = 100;

/** What the process has learned about one store; shared by all connections to it. */
export class StoreState {
  readonly clock: Clock;
  readonly random: () => number;
  readonly limiter: Limiter;
  readonly reads = new SingleFlight<Answer>();
  /** Routes of the lists that refused the page size asked for. */
  readonly defaultPageSize = new Set<string>();
  /** Whether the store adds shopper profiles and segments to customers; undefined until tried. */
  includesMemberships: boolean | undefined;
  /** How many items a full page of each list had when it was last read. */
  readonly pageSizes = new Map<string, number>();
  readonly #pageCounts = new Map<string, number>();
  readonly #batchCaps = new Map<string, number>();
  #knownSegments: ReadonlySet<string> = new Set();
  /** What to add to the clock to get the store's time. */
  clockOffsetMs = 0;

  constructor(clock: Clock, random: () => number, leastPauseMs?: number) {
    this.clock = clock;
    this.random = random;
    this.limiter = new Limiter(clock, random, leastPauseMs);
  }

  /** Ids of the segments that have been in an answer so far. The set itself never changes. */
  get knownSegments(): ReadonlySet<string> {
    return this.#knownSegments;
  }

  rememberSegments(ids: readonly string[]): void {
    if (ids.every((id) => this.#knownSegments.has(id))) return;
    const known = this.#knownSegments.size > MOST_KNOWN_SEGMENTS ? [] : this.#knownSegments;
    this.#knownSegments = new Set([...known, ...ids]);
  }

  /** How many pages a list had when it was last read. */
  expectedPages(list: string): number {
    return this.#pageCounts.get(list) ?? 1;
  }

  rememberPages(list: string, count: number): void {
    this.#pageCounts.delete(list);
    if (count > 1) this.#pageCounts.set(list, count);
    const [oldest] = this.#pageCounts.size > MOST_KNOWN_LISTS ? this.#pageCounts.keys() : [];
    if (oldest !== undefined) this.#pageCounts.delete(oldest);
  }

  /** The largest batch that a kind of write accepts: `initial` until the store has refused it. */
  batchCap(write: string, initial: number): BatchCap {
    const get = () => this.#batchCaps.get(write) ?? initial;
    return { get, lower: (to) => this.#batchCaps.set(write, Math.min(to, get())) };
  }

  /** @param date an answer's `Date` header, which is cut to the second */
  learnClock(date: string | null, sentAt: number): void {
    const stamped = Date.parse(date ?? '');
    if (Number.isNaN(stamped)) return;
    const between = (sentAt + this.clock.now()) / 2;
    this.clockOffsetMs = stamped + 500 - between;
  }
}

export interface StoreRegistryOptions {
  clock?: Clock;
  random?: () => number;
  /** Milliseconds for which a 429 holds requests back at least. */
  leastPauseMs?: number | undefined;
  capacity?: number;
}

/**
 * One state for each store. If there are too many, the idle ones used longest ago are forgotten.
 */
export class StoreRegistry {
  readonly #states = new Map<string, StoreState>();
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #leastPauseMs: number | undefined;
  readonly #capacity: number;

  constructor({
    clock = systemClock,
    random = Math.random,
    leastPauseMs,
    capacity = 1_000,
  }: StoreRegistryOptions = {}) {
    this.#clock = clock;
    this.#random = random;
    this.#leastPauseMs = leastPauseMs;
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#states.size;
  }

  get(key: string): StoreState {
    const state =
      this.#states.get(key) ?? new StoreState(this.#clock, this.#random, this.#leastPauseMs);
    this.#states.delete(key);
    this.#states.set(key, state);
    this.#evict(key);
    return state;
  }

  #evict(newest: string): void {
    for (const [key, { limiter }] of this.#states) {
      if (this.#states.size <= this.#capacity) return;
      if (key !== newest && limiter.idle) this.#states.delete(key);
    }
  }
}

export const stores = processSingleton('bigcommerce-stores', () => new StoreRegistry());
