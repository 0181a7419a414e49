import type { Clock } from '../process/clock.ts';

interface Timer {
  at: number;
  callback: () => void;
}

/** A clock that only the test advances. */
export class FakeClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(now = 1_700_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** When the next timer is due; undefined if there is none. */
  get next(): number | undefined {
    return this.#timers.length === 0 ? undefined : Math.min(...this.#timers.map(({ at }) => at));
  }

  /**
   * Advances by `ms`: runs the timers that are due in their order, and settles promises in between.
   */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.next; next !== undefined && next <= end; next = this.next) {
      await this.advanceToNext();
    }
    this.#now = end;
  }

  async advanceToNext(): Promise<void> {
    await settle();
    const timer = this.#timers.toSorted((a, b) => a.at - b.at)[0];
    if (timer === undefined) return;
    this.#timers = this.#timers.filter((other) => other !== timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.callback();
    await settle();
  }
}

/** Runs all promise callbacks that are ready. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
