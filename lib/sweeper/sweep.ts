import 'server-only';
import { randomUUID } from 'node:crypto';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import { resealAll } from '../installations/reseal.ts';
import { confirmUninstalls } from '../installations/uninstall.ts';
import { log } from '../log.ts';
import { purgeExpired } from '../sessions/purge.ts';
import { type Sweeper, startSweeper } from './sweeper.ts';

/**
 * Starts the process's only timer. Its work can wait, and several instances may do it at the same
 * time: each step changes only rows that have not changed since it read them.
 */
export function startSweeping(): Sweeper {
  let resealed = false;
  return startSweeper(
    async (signal) => {
      const db = await database();
      const { session, encryptionKeys } = config();
      const requestId = randomUUID();
      const purged = await purgeExpired(db, session, signal);
      const uninstalled = await confirmUninstalls({ requestId, log, signal });
      // The keys change only with a restart.
      if (!resealed) {
        const { rewritten, unreadable } = await resealAll(db, encryptionKeys, signal);
        if (rewritten > 0) log.info({ rewritten }, 'tokens sealed under the newest key');
        if (unreadable.length > 0) log.error({ stores: unreadable }, 'no key opens these tokens');
        resealed = !signal.aborted;
      }
      log.debug({ requestId, purged, uninstalled }, 'swept');
    },
    (err) => log.error({ err }, 'the sweep failed'),
  );
}
