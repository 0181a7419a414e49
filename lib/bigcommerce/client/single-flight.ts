import { BigCommerceError } from './errors.ts';

/** How far past its own deadline a caller may be kept by the one it joins. */
const SLACK_MS = 1_000;

interface Flight<T> {
  promise: Promise<T>;
  deadline: number;
  passengers: number;
  landed: boolean;
  controller: AbortController;
}

export interface Passenger {
  deadline: number;
  signal?: AbortSignal | undefined;
}

/**
 * Lets callers who ask for the same thing at the same time share one answer. The work is aborted
 * only when nobody waits for it any more.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  async join(
    key: string,
    passenger: Passenger,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const open = this.#flights.get(key);
    if (open === undefined || open.deadline > passenger.deadline + SLACK_MS) {
      return this.#board(this.#launch(key, passenger.deadline, start), key, passenger.signal);
    }
    try {
      return await this.#board(open, key, passenger.signal);
    } catch (error) {
      const hasTimeLeft = passenger.deadline > open.deadline && !passenger.signal?.aborted;
      if (hasTimeLeft && isTemporary(error)) return this.join(key, passenger, start);
      throw error;
    }
  }

  /** From now on nobody joins what is under way: its answers may be older than a change. */
  forget(): void {
    this.#flights.clear();
  }

  #launch(key: string, deadline: number, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const promise = start(controller.signal);
    const flight = { promise, deadline, passengers: 0, landed: false, controller };
    this.#flights.set(key, flight);
    const land = () => {
      flight.landed = true;
      this.#close(key, flight);
    };
    flight.promise.then(land, land);
    return flight;
  }

  async #board(flight: Flight<T>, key: string, signal: AbortSignal | undefined): Promise<T> {
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = () => reject(new BigCommerceError('aborted', { kind: 'unavailable' }));
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    flight.passengers += 1;
    try {
      return await Promise.race([flight.promise, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      flight.passengers -= 1;
      if (flight.passengers === 0 && !flight.landed) {
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
