import type { ClientFailure, ClientFailureCode } from '../failures/client-failure.ts';

const passing: readonly ClientFailureCode[] = ['network', 'unavailable', 'rate-limited'];
const attempts = 5;

/**
 * Milliseconds until a failed read should be tried again, or undefined if that can't help.
 * @param attempt 1 for the first retry
 */
export function retryDelay(failure: ClientFailure, attempt: number): number | undefined {
  if (!passing.includes(failure.code) || attempt > attempts) return undefined;
  const backoff = 2_000 * 2 ** (attempt - 1);
  return Math.max(backoff, (failure.retryAfterSeconds ?? 0) * 1_000);
}
