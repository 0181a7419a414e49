import type { SWRConfiguration } from 'swr';
import { clientFailure } from '../failures/client-failure.ts';
import { retryDelay } from './retry-delay.ts';

/** SWR's `onErrorRetry`, with the delays of `retryDelay`. */
export const retryRead: NonNullable<SWRConfiguration['onErrorRetry']> = (
  error,
  _key,
  _config,
  revalidate,
  options,
) => {
  const delay = retryDelay(clientFailure(error), options.retryCount);
  if (delay !== undefined) setTimeout(() => revalidate(options), delay);
};
