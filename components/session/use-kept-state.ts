'use client';

import { useCallback, useMemo } from 'react';
import useSWR, { useSWRConfig } from 'swr';

const same = (a: unknown, b: unknown) => a === b;

export interface KeptState<T> {
  get: () => T;
  change: (change: (before: T) => T) => void;
}

/**
 * State that outlives the component and ends with the session. SWR's cache keeps it beside what was
 * read.
 * @param key differs from every path that is read
 * @param initial a stable value
 */
export function useKeptState<T>(key: string, initial: T): [T, KeptState<T>['change']] {
  const { data = initial } = useSWR<T>(key, null, { compare: same });
  return [data, useKeptStateAccess(key, initial).change];
}

/** The same state for a component that does not show it and need not render when it changes. */
export function useKeptStateAccess<T>(key: string, initial: T): KeptState<T> {
  const { cache, mutate } = useSWRConfig();
  const get = useCallback((): T => cache.get(key)?.data ?? initial, [cache, key, initial]);
  const change = useCallback(
    (changed: (before: T) => T) => {
      const update = (before: T | undefined) => changed(before ?? initial);
      // After the session there is no cache; the change then has no effect.
      mutate<T>(key, update, { revalidate: false }).catch(() => {});
    },
    [key, initial, mutate],
  );
  return useMemo(() => ({ get, change }), [get, change]);
}
