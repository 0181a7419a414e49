'use client';

import { useMemo } from 'react';
import { useSWRConfig } from 'swr';

export interface KeptReads<T> {
  /** Drops what was read of all other paths. A read of them that is under way is not kept. */
  keepOnly: (paths: readonly string[]) => void;
  /** Changes what was read of all paths but one, after BigCommerce has confirmed a write. */
  changeOthers: (path: string, change: (known: T) => T) => void;
}

/**
 * What SWR keeps of several paths, such as the pages of a list; `useResource` keeps one of them.
 * @param isMember a stable function that tells which paths are meant
 */
export function useKeptReads<T>(isMember: (path: string) => boolean): KeptReads<T> {
  const { cache, mutate } = useSWRConfig();
  return useMemo(() => {
    const pathsWithout = (excluded: readonly string[]) =>
      [...cache.keys()].filter((path) => isMember(path) && !excluded.includes(path));
    return {
      keepOnly: (paths) => {
        for (const path of pathsWithout(paths)) {
          mutate(path);
          cache.delete(path);
        }
      },
      changeOthers: (excluded, change) => {
        for (const path of pathsWithout([excluded])) {
          const known: T | undefined = cache.get(path)?.data;
          if (known !== undefined) mutate(path, change(known), { revalidate: false });
        }
      },
    };
  }, [cache, mutate, isMember]);
}
