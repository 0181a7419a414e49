import type { Connection } from './connection.ts';
import type { BigCommerceError } from './errors.ts';

/** Whether every further request of the action would meet this failure as well. */
export function endsAction(
  { signal, store, deadline }: Connection,
  { kind }: BigCommerceError,
): boolean {
  return (
    kind === 'unauthorized' ||
    kind === 'forbidden' ||
    kind === 'rate-limited' ||
    signal?.aborted === true ||
    store.clock.now() >= deadline
  );
}
