import { unstable_isUnrecognizedActionError } from 'next/navigation';
import type { ActionResult } from '@/lib/requests/action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { failureOfText } from './read-json.ts';

export type CallResult<T> =
  | { ok: true; data: T }
  /** `unknown`: no clear answer came, so the action may or may not have been done. */
  | { ok: false; failure: ClientFailure; unknown: boolean };

/** Calls a server action and never throws. */
export async function callAction<T>(call: () => Promise<ActionResult<T>>): Promise<CallResult<T>> {
  // With a VPN, some browsers report to be offline although the network works.
  if (!navigator.onLine && !(await isReachable())) {
    return { ok: false, failure: { code: 'network' }, unknown: false };
  }
  try {
    const result = await call();
    if (result.ok) return result;
    return { ok: false, failure: result.error, unknown: result.error.code === 'unexpected' };
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) {
      return { ok: false, failure: { code: 'app-updated' }, unknown: false };
    }
    // The app refused the request before the action began.
    const refusal = error instanceof Error ? failureOfText(error.message) : undefined;
    if (refusal) return { ok: false, failure: refusal, unknown: false };
    // fetch throws a TypeError if the connection breaks; other errors come from unusable answers.
    const code = error instanceof TypeError ? 'network' : 'unavailable';
    return { ok: false, failure: { code }, unknown: true };
  }
}

async function isReachable(): Promise<boolean> {
  try {
    await fetch('/healthz', { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
