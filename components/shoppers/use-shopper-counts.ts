'use client';

import { useCallback } from 'react';
import { useReader } from '../api-client/use-reader.ts';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { type KeptState, useKeptState, useKeptStateAccess } from '../session/use-kept-state.ts';
import { type CountAnswers, countsIn } from './count-answer.ts';
import {
  beginCounting,
  endCounting,
  noCounts,
  outdateCounts,
  type ShopperCounts,
} from './shopper-counts.ts';

const key = 'shopper counts';

/** How many shoppers the store's segments have, as far as this tab has read it. */
export function useShopperCounts(): ShopperCounts {
  const [counts] = useKeptState(key, noCounts);
  return counts;
}

/** The same for what has to know the latest at any time, but need not show it. */
export function useShopperCountsAccess(): KeptState<ShopperCounts> {
  return useKeptStateAccess(key, noCounts);
}

/** A function that resolves to the counts once those of up to 50 segments have been read. */
export function useReadCounts(): (ids: readonly string[]) => Promise<ShopperCounts> {
  const { get, change } = useShopperCountsAccess();
  const read = useReader(countsIn);
  const hasSession = useSession().session !== undefined;
  return useCallback(
    async (ids) => {
      if (!hasSession) return get();
      change((before) => beginCounting(before, ids));
      const { answers, takenAt } = await read(`/api/shopper-counts?ids=${ids.join(',')}`).catch(
        (error: unknown) => notCounted(ids, clientFailure(error)),
      );
      const given = new Set(answers.map(({ id }) => id));
      const left = ids.filter((id) => !given.has(id));
      const all = [...answers, ...notCounted(left, { code: 'unexpected' }).answers];
      const counts = endCounting(get(), all, takenAt);
      change(() => counts);
      return counts;
    },
    [hasSession, get, change, read],
  );
}

/** A function to call after a change of how many shoppers segments have. */
export function useOutdateCounts(): (segmentIds: readonly string[]) => void {
  const { change } = useShopperCountsAccess();
  return useCallback(
    (segmentIds) => change((before) => outdateCounts(before, segmentIds)),
    [change],
  );
}

function notCounted(ids: readonly string[], failure: ClientFailure): CountAnswers {
  return { answers: ids.map((id) => ({ id, failure })), takenAt: new Date().toISOString() };
}
