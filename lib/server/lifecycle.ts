import 'server-only';
import { processSingleton } from '../process/process-singleton.ts';

/** What the routes, which Next bundles apart from the server, know of the server's state. */
const lifecycle = processSingleton('lifecycle', () => ({ stopping: false }));

/** From now on `/readyz` answers that the server takes no more requests. */
export function announceStop(): void {
  lifecycle.stopping = true;
}

export function isStopping(): boolean {
  return lifecycle.stopping;
}
