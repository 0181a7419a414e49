'use client';

import { useCallback } from 'react';
import { ApiFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { readJson } from './read-json.ts';
import { storePath } from './store-path.ts';

export type Read<T> = (path: string, signal?: AbortSignal) => Promise<T>;

/**
 * Returns a function that reads from the app's API with the session's token and store. If the
 * server has ended the session, the function ends it here, too. It throws an ApiFailure for any
 * failure and for an unexpected answer.
 * @param parse a stable function, which returns undefined for an unexpected answer
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
