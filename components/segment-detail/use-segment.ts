'use client';

import { useCallback, useMemo } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { retryRead } from '../api-client/retry-read.ts';
import { useReader } from '../api-client/use-reader.ts';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { withPending } from '../segments/pending-changes.ts';
import { segmentIn } from '../segments/segment-json.ts';
import { usePending } from '../segments/use-pending.ts';
import type { Segments } from '../segments/use-segments.ts';
import { useSession } from '../session/session-context.ts';

type Change = (segments: readonly Segment[]) => readonly Segment[];

export interface OneSegment {
  /** As it should be shown; undefined until it is known. */
  segment: Segment | undefined;
  /** The store does not have it. */
  isGone: boolean;
  failure: ClientFailure | undefined;
  /** The same as a list of one, which changes like the list of all. */
  asList: Segments;
  /** All segments, if they have been read. */
  known: readonly Segment[] | undefined;
}

/** One segment, with unconfirmed changes laid over it. What is known from the list shows at once. */
export function useSegment(
  storeHash: string,
  segmentId: string,
  first: Segment | undefined,
): OneSegment {
  const { session } = useSession();
  const { mutate: mutateKey } = useSWRConfig();
  const read = useReader(segmentIn);
  const listKey = session ? `/api/segments?store=${storeHash}` : null;
  const { data: known } = useSWR<readonly Segment[]>(listKey, null);
  const key = session ? `/api/segments/${segmentId}?store=${storeHash}` : null;
  const { data, error, mutate } = useSWR(key, read, { onErrorRetry: retryRead });
  const [pending, dispatchPending] = usePending();
  const now = data ?? known?.find(({ id }) => id === segmentId) ?? first;
  const failure = error === undefined ? undefined : clientFailure(error);

  const refresh = useCallback(async () => {
    if (key === null) return undefined;
    try {
      const segment = await mutate(read(key), { revalidate: false });
      return segment && [segment];
    } catch (refused) {
      mutate();
      return clientFailure(refused).code === 'not-found' ? [] : undefined;
    }
  }, [key, read, mutate]);
  const confirm = useCallback(
    async (change: Change) => {
      const changed = change(now ? [now] : []);
      const [segment] = changed;
      // What is deleted stays on the screen until another one is there.
      if (segment) await mutate(segment, { revalidate: false });
      const changeAll = (list?: readonly Segment[]) => list && change(list);
      await mutateKey(listKey, changeAll, { revalidate: false });
      return changed;
    },
    [now, mutate, mutateKey, listKey],
  );
  const segments = useMemo(() => now && withPending([now], pending), [now, pending]);
  const edit = pending.edits.get(segmentId);
  return {
    segment: now && edit ? { ...now, ...edit } : now,
    isGone: failure?.code === 'not-found',
    failure,
    asList: {
      segments,
      firstRows: undefined,
      failure,
      refresh,
      confirm,
      dispatchPending,
      pending,
    },
    known,
  };
}
