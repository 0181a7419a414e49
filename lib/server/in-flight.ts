import 'server-only';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** The requests that the server has not finished, so that it can end without cutting them off. */
export class InFlight {
  readonly #work = new Map<ServerResponse, Promise<unknown>>();
  #isEnding = false;

  /** Counts a request until its handler is done and its response is closed. */
  add(response: ServerResponse, handling: Promise<unknown>): void {
    if (this.#isEnding) endConnectionAfter(response);
    const work = Promise.allSettled([handling, once(response, 'close')]);
    this.#work.set(response, work);
    work.then(() => this.#work.delete(response));
  }

  /** From now on, connections are closed after their request. */
  endConnections(): void {
    this.#isEnding = true;
    for (const response of this.#work.keys()) endConnectionAfter(response);
  }

  get count(): number {
    return this.#work.size;
  }

  /** Resolves when the requests that are in flight now are finished. */
  async finished(): Promise<void> {
    await Promise.all(this.#work.values());
  }
}

function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.shouldKeepAlive = false;
}
