'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useReader } from './use-reader.ts';

const settleMs = 300;

interface Answer<T> {
  path: string;
  data?: T | undefined;
  failure?: ClientFailure;
}

export interface LatestRead<T> {
  /** What was read last: it stays until the next answer is here. */
  data: T | undefined;
  failure: ClientFailure | undefined;
  /** Whether an answer is still to come. */
  busy: boolean;
  /** Changes what was read as it is known to have changed since. */
  change: (change: (data: T) => T) => void;
  retry: () => void;
}

/**
 * Reads what a field asks for, once it has been still for a moment. A read that is overtaken is
 * aborted.
 * @param path undefined while there is nothing to ask for
 * @param parse a stable function; undefined says that the answer is something else
 */
export function useLatestRead<T>(
  path: string | undefined,
  parse: (body: unknown) => T | undefined,
): LatestRead<T> {
  const read = useReader(parse);
  const [answer, setAnswer] = useState<Answer<T>>();
  const underWay = useRef<AbortController>(undefined);

  const start = useCallback(
    async (wanted: string) => {
      underWay.current?.abort();
      underWay.current = new AbortController();
      const { signal } = underWay.current;
      setAnswer((before) => before && { path: before.path, data: before.data });
      try {
        const data = await read(wanted, signal);
        if (!signal.aborted) setAnswer({ path: wanted, data });
      } catch (error) {
        if (!signal.aborted) setAnswer({ path: wanted, failure: clientFailure(error) });
      }
    },
    [read],
  );
  useEffect(() => {
    if (path === undefined) {
      setAnswer(undefined);
      return;
    }
    const timer = setTimeout(() => start(path), settleMs);
    return () => {
      clearTimeout(timer);
      underWay.current?.abort();
    };
  }, [path, start]);

  const change = useCallback((changed: (data: T) => T) => {
    setAnswer((before) => before?.data && { ...before, data: changed(before.data) });
  }, []);
  const retry = useCallback(() => {
    if (path !== undefined) start(path);
  }, [path, start]);
  const isCurrent = answer !== undefined && answer.path === path;
  return {
    data: answer?.data,
    failure: isCurrent ? answer.failure : undefined,
    busy: path !== undefined && !(isCurrent && (answer.data !== undefined || answer.failure)),
    change,
    retry,
  };
}
