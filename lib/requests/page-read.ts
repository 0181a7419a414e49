import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { connect } from '../installations/connect.ts';
import { secondChance } from '../installations/recheck-token.ts';
import { log } from '../log.ts';
import { requestSignal } from '../server/request-signal.ts';
import type { Session } from '../sessions/sessions.ts';

/** Longer than this a launch does not wait for BigCommerce: the browser goes on asking. */
const PATIENCE_MS = 5_000;

/**
 * Reads what a launch shows first.
 * @returns undefined when BigCommerce fails or dawdles; the browser then reads for itself, and says
 * what is wrong
 */
export async function firstRead<T>(
  session: Session,
  requestId: string,
  read: (connection: Connection) => Promise<T>,
): Promise<T | undefined> {
  const browser = requestSignal();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = browser ? AbortSignal.any([browser, patience]) : patience;
  const options = { requestId, log, signal };
  try {
    return await read(await connect(await secondChance(session.store, options), options));
  } catch (error) {
    if (error instanceof BigCommerceError || signal.aborted) return undefined;
    throw error;
  }
}
