import 'server-only';
import { isCollision } from './postgres-errors.ts';
import type { Database } from './schema.ts';

const ATTEMPTS = 5;

/**
 * Runs `work` in a transaction: all of its changes are kept, or none. `work` runs again after a
 * conflict with another transaction, so it must do nothing but read and write through its argument.
 */
export async function transact<T>(
  db: Database,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isCollision(error)) throw error;
    }
  }
}
