import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { connect } from '../installations/connect.ts';
import { recheckToken } from '../installations/recheck-token.ts';
import { log } from '../log.ts';
import { requestSignal } from '../server/request-signal.ts';
import type { Session } from '../sessions/sessions.ts';

/** Milliseconds that a page waits for BigCommerce. After that, the browser reads the data. */
const TIMEOUT_MS = 5_000;

/**
 * Reads what a page shows first.
 * @returns undefined when BigCommerce fails or is slow; then the browser reads the data and shows
 * the failure
 */
export async function pageRead<T>(
  session: Session,
  requestId: string,
  read: (connection: Connection) => Promise<T>,
): Promise<T | undefined> {
  const browser = requestSignal();
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = browser ? AbortSignal.any([browser, timeout]) : timeout;
  const options = { requestId, log, signal };
  try {
    return await read(await connect(await recheckToken(session.store, options), options));
  } catch (error) {
    if (error instanceof BigCommerceError || signal.aborted) return undefined;
    throw error;
  }
}
