import 'server-only';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { InFlight } from './in-flight.ts';

/** Milliseconds. */
interface Times {
  /** How long the server takes connections in any case. */
  delay: number;
  /** How long, after the delay, requests have to finish. */
  grace: number;
}

/**
 * Ends a server without cutting off what it has begun. It takes connections until the delay is over
 * and what was under way is finished, so that whoever asks whether it is ready hears that it is not.
 * Then it takes none, and waits for the rest.
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
