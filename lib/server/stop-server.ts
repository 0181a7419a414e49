import 'server-only';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { InFlight } from './in-flight.ts';

/** Milliseconds. */
interface Times {
  /** How long the server goes on accepting connections in any case. */
  delay: number;
  /** How long, after the delay, requests have to finish. */
  grace: number;
}

/**
 * Ends a server without cutting off the requests in flight. The server accepts connections until
 * the delay is over and those requests are finished, so that a load balancer can learn from
 * `/readyz` that it is stopping. Then it accepts none, and waits for the requests that came
 * meanwhile.
 * @returns how many requests were cut off
 */
export async function stopServer(
  server: Server,
  requests: InFlight,
  { delay, grace }: Times,
): Promise<number> {
  const done = new AbortController();
  const late = pause(delay + grace, undefined, { signal: done.signal }).catch(() => {});
  const closed = once(server, 'close');
  requests.endConnections();
  await Promise.race([late, Promise.all([pause(delay), requests.finished()])]);
  server.close();
  await Promise.race([late, Promise.all([closed, requests.finished()])]);
  const cutOff = requests.count;
  server.closeAllConnections();
  await closed;
  done.abort();
  return cutOff;
}
