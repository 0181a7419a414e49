'use client';

import { useCallback } from 'react';
import { useReader } from '../api-client/use-reader.ts';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { type CountAnswers, countsIn } from './count-answer.ts';
import { useShopperCounts } from './use-shopper-counts.ts';

/** A function that reads the counts of up to `SEGMENTS_PER_COUNT` segments into those of the session. */
export function useReadCounts(): (ids: readonly string[]) => Promise<void> {
  const counts = useShopperCounts();
  const read = useReader(countsIn);
  const hasSession = useSession().session !== undefined;
  return useCallback(
    async (ids) => {
      if (!hasSession) return;
      const path = `/api/shopper-counts?ids=${ids.join(',')}`;
      counts.begin(ids);
      const { answers, takenAt } = await read(path).catch((error: unknown) =>
        notCounted(ids, clientFailure(error)),
      );
      const given = new Set(answers.map(({ id }) => id));
      const left = ids.filter((id) => !given.has(id));
      counts.end([...answers, ...notCounted(left, { code: 'unexpected' }).answers], takenAt);
    },
    [hasSession, counts, read],
  );
}

function notCounted(ids: readonly string[], failure: ClientFailure): CountAnswers {
  return { answers: ids.map((id) => ({ id, failure })), takenAt: new Date().toISOString() };
}
