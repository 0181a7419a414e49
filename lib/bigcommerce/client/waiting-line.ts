/** Interactive requests go before background ones, which leave some of the quota to them. */
export type Lane = 'interactive' | 'background';

/** Endpoints that share a bound on requests in flight. */
export type Pool = 'segmentation' | 'customers' | 'other';

/**
 * The order within a lane: single requests first, then those that finish a part of a bulk write,
 * then those that start another part. So bulk work does not hold up a screen, and what it has
 * started gets finished before it starts more.
 */
export type Priority = 'single' | 'finish' | 'start';

export interface Claim {
  pool: Pool;
  lane: Lane;
  priority: Priority;
  /** On the limiter's clock. A request that can't be sent by then is refused at once. */
  deadline: number;
  /** The request's place among those of its priority, from `turn()`; a retry keeps it. */
  turn: number;
  signal?: AbortSignal | undefined;
}

const RANKS: Readonly<Record<Priority, number>> = { single: 0, finish: 1, start: 2 };

/**
 * How often younger requests of a higher priority may go before the first of a line. After that, its
 * age counts and not its priority.
 */
const MOST_OVERTAKEN = 4;

/** Requests of one pool, lane and priority. */
interface Line<Waiter> {
  /** In the order of `turn`. */
  waiters: Waiter[];
  /** How often a younger request went before the first of these. */
  overtaken: number;
}

/**
 * The requests that wait for the limiter: interactive before background, then by priority, then by
 * turn. No priority starves: a request that has been overtaken `MOST_OVERTAKEN` times goes next in its lane.
 */
export class WaitingLine<Waiter extends Claim> {
  readonly #lines = new Map<string, Line<Waiter>>();
  /**
   * Requests with a deadline. Background work has none and can be long, so searching all is slow.
   */
  readonly #timed = new Set<Waiter>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Infinity if no request has one. */
  get firstDeadline(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#timed].map(({ deadline }) => deadline));
  }

  add(waiter: Waiter): void {
    const { waiters } = this.#lineOf(waiter);
    const at = waiters.findLastIndex(({ turn }) => turn < waiter.turn);
    waiters.splice(at + 1, 0, waiter);
    if (waiter.deadline < Number.POSITIVE_INFINITY) this.#timed.add(waiter);
    this.#size += 1;
  }

  remove(waiter: Waiter): void {
    const line = this.#lineOf(waiter);
    const at = line.waiters.indexOf(waiter);
    if (at < 0) return;
    line.waiters.splice(at, 1);
    if (at === 0) line.overtaken = 0;
    this.#timed.delete(waiter);
    this.#size -= 1;
  }

  /** Takes the next request out of the line, among those that may be sent. */
  take(maySend: (claim: Claim) => boolean): Waiter | undefined {
    const heads = [...this.#lines.values()].flatMap((line) => {
      const [first] = line.waiters;
      return first !== undefined && maySend(first) ? [{ line, first }] : [];
    });
    const [best] = heads.toSorted((a, b) => compare(a.first, b.first));
    if (best === undefined) return undefined;
    const older = heads
      .filter(({ first }) => first.lane === best.first.lane && first.turn < best.first.turn)
      .toSorted((a, b) => a.first.turn - b.first.turn);
    const chosen = older.find(({ line }) => line.overtaken >= MOST_OVERTAKEN) ?? best;
    for (const { line, first } of older) if (first.turn < chosen.first.turn) line.overtaken += 1;
    this.remove(chosen.first);
    return chosen.first;
  }

  /** The requests whose deadline is not after `time`. */
  due(time: number): Waiter[] {
    return [...this.#timed].filter(({ deadline }) => deadline <= time);
  }

  #lineOf({ pool, lane, priority }: Claim): Line<Waiter> {
    const key = `${pool} ${lane} ${priority}`;
    const line = this.#lines.get(key) ?? { waiters: [], overtaken: 0 };
    this.#lines.set(key, line);
    return line;
  }
}

function compare(a: Claim, b: Claim): number {
  if (a.lane !== b.lane) return a.lane === 'interactive' ? -1 : 1;
  return RANKS[a.priority] - RANKS[b.priority] || a.turn - b.turn;
}
