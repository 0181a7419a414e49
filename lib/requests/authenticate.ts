import 'server-only';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import { FailureError } from '../failure.ts';
import { admitAddress, admitSession } from '../rate-limit/admission.ts';
import { findSession, type Session } from '../sessions/sessions.ts';
import { countSession } from '../telemetry/metrics.ts';

/**
 * @throws {FailureError} `session-ended` when the token belongs to no live session; `rate-limited`
 * when the session, or the address of a caller without one, sends too many requests
 */
export async function authenticate(token: unknown): Promise<Session> {
  const session = await findSession(await database(), token, config().session);
  if (!session) {
    countSession('refused');
    admitAddress('no session');
    throw new FailureError('session-ended');
  }
  admitSession(session);
  return session;
}

/** The token of an `Authorization: Bearer` header; nothing else carries a token. */
export function bearerToken(headers: Headers): string | undefined {
  return headers.get('authorization')?.match(/^Bearer ([\w-]{43})$/)?.[1];
}

/**
 * Refuses an address that names another store than the session's.
 * @param named store hash that the caller named, if any
 * @throws {FailureError} `store-mismatch`
 */
export function assertSameStore(session: Session, named: string | undefined): void {
  if (named !== undefined && named !== session.store.hash) throw new FailureError('store-mismatch');
}
