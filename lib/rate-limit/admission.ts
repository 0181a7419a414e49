import 'server-only';
import { FailureError } from '../failure.ts';
import { processSingleton } from '../process/process-singleton.ts';
import { clientAddress } from '../server/client-address.ts';
import type { Session } from '../sessions/sessions.ts';
import { TokenBuckets } from './token-buckets.ts';

/*
 * Far above what people do: each person has a session of their own, while a whole company, or
 * everybody behind a proxy that is not trusted, may share an address. So a live session counts for
 * itself, and the address counts where there is no session yet.
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
 * @param purpose counted apart from others, so that flooding one callback does not block another
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
