import 'server-only';
import { FailureError } from '../failure.ts';
import { processSingleton } from '../process/process-singleton.ts';
import { clientAddress } from '../server/client-address.ts';
import type { Session } from '../sessions/sessions.ts';
import { TokenBuckets } from './token-buckets.ts';

/*
 * Far more than people send. A live session is counted by itself. Only requests without a session
 * are counted by address, because a whole company, or all people behind a proxy that is not
 * trusted, may share an address.
 */
const limits = processSingleton('rate-limits', () => ({
  session: new TokenBuckets({ burst: 600, perSecond: 10 }),
  address: new TokenBuckets({ burst: 300, perSecond: 10 }),
}));

/** @throws {FailureError} `rate-limited` */
export function admitSession({ tokenHash }: Session): void {
  admit(limits.session.take(tokenHash), 'session');
}

/**
 * @param purpose is counted separately, so that flooding one callback does not block another
 * @throws {FailureError} `rate-limited`
 */
export function admitAddress(purpose: string): void {
  const address = clientAddress();
  if (address !== undefined) admit(limits.address.take(`${purpose} ${address}`), 'address');
}

function admit(waitSeconds: number, caller: string): void {
  if (waitSeconds === 0) return;
  throw new FailureError('rate-limited', {
    message: `Too many requests from this ${caller}. Try again in a moment.`,
    retryAfterSeconds: waitSeconds,
  });
}
