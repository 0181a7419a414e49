import type { HttpBindings } from '@hono/node-server';
import type { LogEntry } from '../request-log.ts';
import type { Store } from '../sandbox-store.ts';

export interface ApiEnv {
  Bindings: HttpBindings;
  Variables: {
    logEntry: LogEntry;
    /** The store that the token belongs to. */
    store: Store;
    scopes: readonly string[];
    /** Whether only the first half of a batch may succeed. */
    partialFault: boolean;
  };
}
