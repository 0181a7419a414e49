'use client';

import { useCallback } from 'react';
import { ApiFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { readJson } from './read-json.ts';

export type Read<T> = (path: string, signal?: AbortSignal) => Promise<T>;

/**
 * A function that reads from the app's API with the session, and ends it where the server has. It
 * throws an ApiFailure for anything that is not what was asked for.
 * @param parse a stable function; undefined says that the answer is something else
 */
export function useReader<T>(parse: (body: unknown) => T | undefined): Read<T> {
  const { session, end } = useSession();
  const token = session?.token;
  return useCallback(
    async (path, signal) => {
      try {
        const data = parse(await readJson(path, token ?? '', signal));
        if (data === undefined) throw new ApiFailure({ code: 'unexpected' });
        return data;
      } catch (error) {
        if (clientFailure(error).code === 'session-ended') end('ended');
        throw error;
      }
    },
    [parse, token, end],
  );
}
