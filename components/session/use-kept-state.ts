'use client';

import { useCallback } from 'react';
import useSWR, { useSWRConfig } from 'swr';

const same = (a: unknown, b: unknown) => a === b;

/**
 * State that stays when the component goes, and goes when the session does: SWR's cache keeps it
 * beside what was read.
 * @param key unlike any path that is read
 * @param initial always the same value
 */
export function useKeptState<T>(key: string, initial: T): [T, (change: (before: T) => T) => void] {
  const { data = initial } = useSWR<T>(key, null, { compare: same });
  const { mutate } = useSWRConfig();
  const change = useCallback(
    (changed: (before: T) => T) => {
      const update = (before: T | undefined) => changed(before ?? initial);
      // Once the session is over there is no cache, and nobody to see it.
      mutate<T>(key, update, { revalidate: false }).catch(() => {});
    },
    [key, initial, mutate],
  );
  return [data, change];
}
