'use client';

import { useCallback, useMemo } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { useResource } from '../api-client/use-resource.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { withPending } from '../segments/pending-changes.ts';
import { segmentIn, segmentsIn } from '../segments/segment-json.ts';
import { usePending } from '../segments/use-pending.ts';
import type { Segments } from '../segments/use-segments.ts';

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
export function useSegment(segmentId: string, first: Segment | undefined): OneSegment {
  const own = useResource(`/api/segments/${segmentId}`, segmentIn);
  const all = useResource('/api/segments', segmentsIn, undefined, { isPassive: true });
  const { data, failure, retry, refresh: readAgain, change: changeOwn } = own;
  const { data: known, change: changeAll } = all;
  const [pending, dispatchPending] = usePending();
  const now = data ?? known?.find(({ id }) => id === segmentId) ?? first;

  const refresh = useCallback(async () => {
    const read = await readAgain();
    if (read.failure?.code === 'not-found') return [];
    return read.data && [read.data];
  }, [readAgain]);
  const confirm = useCallback(
    async (change: Change) => {
      const changed = change(now ? [now] : []);
      const [segment] = changed;
      // What is deleted stays on the screen until another one is there.
      await changeOwn(() => segment);
      await changeAll((list) => list && change(list));
      return changed;
    },
    [now, changeOwn, changeAll],
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
      retry,
      refresh,
      confirm,
      dispatchPending,
      pending,
    },
    known,
  };
}
