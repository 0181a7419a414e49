import { QUOTA_WINDOW_SECONDS } from '@/lib/limits/limits.ts';
import type { ClientFailure } from '../failures/client-failure.ts';

/** After this many waits in a row that brought nothing, a job gives up. */
export const mostWaits = 10;

/** How many seconds a job waits after the request limit has refused it. */
export function limitWait({ retryAfterSeconds }: ClientFailure): number {
  return retryAfterSeconds ?? QUOTA_WINDOW_SECONDS;
}
