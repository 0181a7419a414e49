/** Interactive requests go before background ones. */
export type Lane = 'interactive' | 'background';

/** Endpoints that share a bound on requests in flight. */
export type Pool = 'segmentation' | 'customers' | 'other';

export interface Claim {
  pool: Pool;
  lane: Lane;
  /** On the limiter's clock. Who cannot be served before it is told so at once. */
  deadline: number;
  /** The request's place in its lane, from `turn()`; a retry keeps it. */
  turn: number;
  signal?: AbortSignal | undefined;
}

/** Who waits for the limiter: one line for each pool, interactive before background, then by turn. */
export class WaitingLine<Waiter extends Claim> {
  readonly #lines: Record<Pool, Waiter[]> = { segmentation: [], customers: [], other: [] };
  /** Background work has no deadline, and can be long: looking through all of it would be slow. */
  readonly #timed = new Set<Waiter>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Infinity if nobody has one. */
  get firstDeadline(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#timed].map(({ deadline }) => deadline));
  }

  add(waiter: Waiter): void {
    const line = this.#lines[waiter.pool];
    const at = line.findLastIndex((other) => !goesBefore(waiter, other));
    line.splice(at + 1, 0, waiter);
    if (waiter.deadline < Number.POSITIVE_INFINITY) this.#timed.add(waiter);
    this.#size += 1;
  }

  remove(waiter: Waiter): void {
    const line = this.#lines[waiter.pool];
    const at = line.indexOf(waiter);
    if (at < 0) return;
    line.splice(at, 1);
    this.#timed.delete(waiter);
    this.#size -= 1;
  }

  /** Whose turn it is among the pools that have room. */
  next(hasRoom: (pool: Pool) => boolean): Waiter | undefined {
    return Object.values(this.#lines)
      .flatMap((line) => line.slice(0, 1))
      .filter(({ pool }) => hasRoom(pool))
      .reduce<Waiter | undefined>(
        (best, waiter) => (best === undefined || goesBefore(waiter, best) ? waiter : best),
        undefined,
      );
  }

  /** Those whose deadline is not after `time`. */
  due(time: number): Waiter[] {
    return [...this.#timed].filter(({ deadline }) => deadline <= time);
  }
}

function goesBefore(a: Claim, b: Claim): boolean {
  return a.lane === b.lane ? a.turn < b.turn : a.lane === 'interactive';
}
