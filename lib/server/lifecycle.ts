import 'server-only';
import { processSingleton } from '../process/process-singleton.ts';

/** The server's state, shared with the routes, which Next bundles separately. */
const lifecycle = processSingleton('lifecycle', () => ({ stopping: false }));

/** From now on `/readyz` answers that the server takes no more requests. */
export function announceStop(): void {
  lifecycle.stopping = true;
}

export function isStopping(): boolean {
  return lifecycle.stopping;
}
