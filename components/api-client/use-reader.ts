'use client';

import { useCallback } from 'react';
import { ApiFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { readJson } from './read-json.ts';
import { storePath } from './store-path.ts';

export type Read<T> = (path: string, signal?: AbortSignal) => Promise<T>;

/**
 * A function that reads from the app's API what belongs to the session's store, and ends the session
 * where the server has. It throws an ApiFailure for anything that is not what was asked for.
 * @param parse a stable function; undefined means that the answer is something else
 */
export function useReader<T>(parse: (body: unknown) => T | undefined): Read<T> {
  const { storeHash, session, end } = useSession();
  const token = session?.token;
  return useCallback(
    async (path, signal) => {
      try {
        const data = parse(await readJson(storePath(path, storeHash), token ?? '', signal));
        if (data === undefined) throw new ApiFailure({ code: 'unexpected' });
        return data;
      } catch (error) {
        if (clientFailure(error).code === 'session-ended') end('ended');
        throw error;
      }
    },
    [parse, storeHash, token, end],
  );
}
