'use client';

import { useCallback, useEffect } from 'react';
import { useReader } from '../api-client/use-reader.ts';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { type KeptState, useKeptState, useKeptStateAccess } from '../session/use-kept-state.ts';
import { type CountAnswers, countsIn, type RememberedCounts } from './count-answer.ts';
import {
  beginCounting,
  endCounting,
  learnCounts,
  noCounts,
  outdateCounts,
  type ShopperCounts,
} from './known-counts.ts';

const key = 'shopper counts';

/** The counts of shoppers that this tab has read. */
export function useShopperCounts(): ShopperCounts {
  const [counts] = useKeptState(key, noCounts);
  return counts;
}

/** Access to the latest counts for code that does not show them. */
export function useShopperCountsAccess(): KeptState<ShopperCounts> {
  return useKeptStateAccess(key, noCounts);
}

/**
 * Returns a function that reads the counts of up to `SEGMENTS_PER_COUNT` segments and resolves to
 * all known counts.
 */
export function useReadCounts(): (ids: readonly string[]) => Promise<ShopperCounts> {
  const { get, change } = useShopperCountsAccess();
  const read = useReader(countsIn);
  const hasSession = useSession().session !== undefined;
  return useCallback(
    async (ids) => {
      if (!hasSession) return get();
      change((before) => beginCounting(before, ids));
      const { answers, now } = await read(`/api/shopper-counts?ids=${ids.join(',')}`).catch(
        (error: unknown) => notCounted(ids, clientFailure(error)),
      );
      const given = new Set(answers.map(({ id }) => id));
      const left = ids.filter((id) => !given.has(id));
      const all = [...answers, ...notCounted(left, { code: 'unexpected' }).answers];
      const counts = endCounting(get(), all, now);
      change(() => counts);
      return counts;
    },
    [hasSession, get, change, read],
  );
}

/** Takes over what the server remembers of the counts. */
export function useRememberedCounts(remembered: RememberedCounts | undefined): void {
  const { change } = useShopperCountsAccess();
  useEffect(() => {
    if (!remembered) return;
    change((before) => learnCounts(before, remembered.counts, remembered.now));
  }, [change, remembered]);
}

/** Returns a function to call after the number of shoppers of segments has changed. */
export function useOutdateCounts(): (segmentIds: readonly string[]) => void {
  const { change } = useShopperCountsAccess();
  return useCallback(
    (segmentIds) => change((before) => outdateCounts(before, segmentIds)),
    [change],
  );
}

function notCounted(ids: readonly string[], failure: ClientFailure): CountAnswers {
  return { answers: ids.map((id) => ({ id, failure })), now: new Date().toISOString() };
}
