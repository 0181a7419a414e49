'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';
import useSWR, { type SWRConfiguration, useSWRConfig } from 'swr';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { retryRead } from './retry-read.ts';
import { useReader } from './use-reader.ts';

/** The data of a read, or why it failed. */
export type ReadResult<T> =
  | { data: T; failure?: undefined }
  | { data?: undefined; failure: ClientFailure };

export interface Resource<T> {
  /** What was read last, or what came with the page; undefined until there is either. */
  data: T | undefined;
  /** Why the last read failed; earlier data stays. */
  failure: ClientFailure | undefined;
  /** Whether a read is under way. */
  isBusy: boolean;
  /** Reads again what is on the screen. */
  retry: () => void;
  /** Reads the path again, even after its screen has been left. */
  refresh: () => Promise<ReadResult<T>>;
  /**
   * Changes the data after BigCommerce has confirmed a write. Resolves to the new data.
   * @param change gets the data that is known; if it returns undefined, nothing changes
   */
  change: (change: (known: T | undefined) => T | undefined) => Promise<T | undefined>;
}

interface Options
  extends Pick<SWRConfiguration, 'dedupingInterval' | 'keepPreviousData' | 'revalidateOnFocus'> {
  /** Reads nothing, but shows what another component has read. */
  isPassive?: boolean;
  /** Read in place of the path the first time. */
  firstPath?: string | undefined;
  /** Read once, aborted as soon as the path changes, and not kept. */
  isOneOff?: boolean;
}

const oneOff: SWRConfiguration = {
  dedupingInterval: 0,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
};

/**
 * Reads something of the store from the app's API. SWR keeps it for the whole session, reads it
 * again on focus, and retries a failed read where that may help.
 * @param path without the store; undefined while there is nothing to read
 * @param parse a stable function, which returns undefined for an unexpected answer
 * @param first the data that came with the page
 */
export function useResource<T>(
  path: string | undefined,
  parse: (body: unknown) => T | undefined,
  first?: T,
  { isPassive = false, isOneOff = false, firstPath, ...options }: Options = {},
): Resource<T> {
  const { session } = useSession();
  const { cache, mutate } = useSWRConfig();
  const read = useReader(parse);
  const key = session && path !== undefined ? path : null;

  const currentRead = useRef<AbortController>(undefined);
  useLayoutEffect(() => {
    if (key === null || !isOneOff) return;
    currentRead.current = new AbortController();
    return () => {
      currentRead.current?.abort();
      // Not before SWR has noted in the cache that the read failed.
      setTimeout(() => cache.delete(key));
    };
  }, [key, isOneOff, cache]);
  const pathOnce = useRef(firstPath);
  const fetcher = useCallback(
    (path: string) => {
      const wanted = pathOnce.current ?? path;
      pathOnce.current = undefined;
      return read(wanted, currentRead.current?.signal);
    },
    [read],
  );
  const resource = useSWR(key, isPassive ? null : fetcher, {
    onErrorRetry: retryRead,
    ...(first !== undefined && { fallbackData: first }),
    ...(isOneOff && oneOff),
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
      // Any write makes SWR ignore a read under way, so nothing is written without a change.
      if (next !== undefined) await mutate<T>(key, next, { revalidate: false });
      return next;
    },
    [key, cache, first, mutate],
  );
  return {
    data,
    failure: error === undefined ? undefined : clientFailure(error),
    // A getter, because SWR renders a component on each change of a field that it has read.
    get isBusy() {
      return resource.isValidating;
    },
    retry,
    refresh,
    change,
  };
}
