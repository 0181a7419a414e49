'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';
import useSWR, { type SWRConfiguration, useSWRConfig } from 'swr';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { retryRead } from './retry-read.ts';
import { useReader } from './use-reader.ts';

/** What a read brought, or why it brought nothing. */
export type ReadResult<T> =
  | { data: T; failure?: undefined }
  | { data?: undefined; failure: ClientFailure };

export interface Resource<T> {
  /** What was read last, or came with the page; undefined until there is either. */
  data: T | undefined;
  /** Why the last read failed; earlier data stays. */
  failure: ClientFailure | undefined;
  /** Whether a read is under way. */
  isBusy: boolean;
  /** Reads once more what is on the screen. */
  retry: () => void;
  /** Reads the path anew, even after its screen has been left. */
  refresh: () => Promise<ReadResult<T>>;
  /**
   * Changes the data as BigCommerce confirmed it, and resolves to what it is then.
   * @param change gets what is known; nothing happens if it returns undefined
   */
  change: (change: (known: T | undefined) => T | undefined) => Promise<T | undefined>;
}

interface Options
  extends Pick<SWRConfiguration, 'dedupingInterval' | 'keepPreviousData' | 'revalidateOnFocus'> {
  /** Reads nothing, but knows what another component has read. */
  isPassive?: boolean;
  /** An answer to one question: read once, given up as soon as the path is another, not kept. */
  isPassing?: boolean;
}

const passing: SWRConfiguration = {
  dedupingInterval: 0,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
};

/**
 * Something of the store's that the app's API has. SWR keeps it for the whole session, reads it again
 * on focus, and tries again where that may help.
 * @param path without the store; undefined while there is nothing to read
 * @param parse a stable function; undefined means that the answer is something else
 * @param first what came with the page
 */
export function useResource<T>(
  path: string | undefined,
  parse: (body: unknown) => T | undefined,
  first?: T,
  { isPassive = false, isPassing = false, ...options }: Options = {},
): Resource<T> {
  const { session } = useSession();
  const { cache, mutate } = useSWRConfig();
  const read = useReader(parse);
  const key = session && path !== undefined ? path : null;

  const overtaken = useRef<AbortController>(undefined);
  useLayoutEffect(() => {
    if (key === null || !isPassing) return;
    overtaken.current = new AbortController();
    return () => {
      overtaken.current?.abort();
      // SWR first notes that the read has failed.
      setTimeout(() => cache.delete(key));
    };
  }, [key, isPassing, cache]);
  const fetcher = useCallback((wanted: string) => read(wanted, overtaken.current?.signal), [read]);
  const resource = useSWR(key, isPassive ? null : fetcher, {
    onErrorRetry: retryRead,
    ...(first !== undefined && { fallbackData: first }),
    ...(isPassing && passing),
    ...options,
  });
  const { data, error, mutate: mutateShown } = resource;

  const retry = useCallback(() => {
    mutateShown();
  }, [mutateShown]);
  const refresh = useCallback(async (): Promise<ReadResult<T>> => {
    if (key === null) return { failure: { code: 'session-ended' } };
    try {
      const reading = read(key);
      await mutate<T>(key, reading, { revalidate: false });
      return { data: await reading };
    } catch (error) {
      // SWR's own read notes the failure and tries again, but would resolve to the earlier data.
      mutate(key).catch(() => {});
      return { failure: clientFailure(error) };
    }
  }, [key, read, mutate]);
  const change = useCallback(
    async (changed: (known: T | undefined) => T | undefined) => {
      if (key === null) return undefined;
      const known: T | undefined = cache.get(key)?.data ?? first;
      const next = changed(known);
      // SWR ignores a read under way once something has been written, even if it is nothing.
      if (next !== undefined) await mutate<T>(key, next, { revalidate: false });
      return next;
    },
    [key, cache, first, mutate],
  );
  return {
    data,
    failure: error === undefined ? undefined : clientFailure(error),
    // A component that looks at this renders whenever it changes.
    get isBusy() {
      return resource.isValidating;
    },
    retry,
    refresh,
    change,
  };
}
