import { BigCommerceError } from './errors.ts';

/** A caller may join a request whose deadline is at most this much later than its own. */
const SLACK_MS = 1_000;

interface Flight<T> {
  promise: Promise<T>;
  deadline: number;
  subscribers: number;
  settled: boolean;
  controller: AbortController;
}

export interface Subscriber {
  deadline: number;
  signal?: AbortSignal | undefined;
}

/**
 * Lets callers that ask for the same thing at the same time share one answer. The request is
 * aborted when no caller waits for it any more.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  async join(
    key: string,
    subscriber: Subscriber,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const open = this.#flights.get(key);
    if (open === undefined || open.deadline > subscriber.deadline + SLACK_MS) {
      return this.#subscribe(this.#open(key, subscriber.deadline, start), key, subscriber.signal);
    }
    try {
      return await this.#subscribe(open, key, subscriber.signal);
    } catch (error) {
      const hasTimeLeft = subscriber.deadline > open.deadline && !subscriber.signal?.aborted;
      if (hasTimeLeft && isTemporary(error)) return this.join(key, subscriber, start);
      throw error;
    }
  }

  /** From now on no caller joins a request in flight: its answer may be older than a change. */
  forget(): void {
    this.#flights.clear();
  }

  #open(key: string, deadline: number, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const promise = start(controller.signal);
    const flight = { promise, deadline, subscribers: 0, settled: false, controller };
    this.#flights.set(key, flight);
    const settle = () => {
      flight.settled = true;
      this.#close(key, flight);
    };
    flight.promise.then(settle, settle);
    return flight;
  }

  async #subscribe(flight: Flight<T>, key: string, signal: AbortSignal | undefined): Promise<T> {
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = () => reject(new BigCommerceError('aborted', { kind: 'unavailable' }));
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    flight.subscribers += 1;
    try {
      return await Promise.race([flight.promise, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      flight.subscribers -= 1;
      if (flight.subscribers === 0 && !flight.settled) {
        this.#close(key, flight);
        flight.controller.abort();
      }
    }
  }

  #close(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}

function isTemporary(error: unknown): boolean {
  return (
    error instanceof BigCommerceError &&
    (error.kind === 'unavailable' || error.kind === 'rate-limited')
  );
}
