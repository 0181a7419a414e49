import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { processSingleton } from '../process/process-singleton.ts';

const signals = processSingleton('request-signals', () => new AsyncLocalStorage<AbortSignal>());

/** Gives everything that `handle` starts a signal: it aborts if the browser goes away early. */
export function withRequestSignal(response: ServerResponse, handle: () => void): void {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  signals.run(controller.signal, handle);
}

/**
 * The signal for pages and server actions, to which Next passes no request. Undefined under Next's
 * development server.
 */
export function requestSignal(): AbortSignal | undefined {
  return signals.getStore();
}
