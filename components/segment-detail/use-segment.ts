'use client';

import { useCallback } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { useOverlay } from '../api-client/use-overlay.ts';
import { useResource } from '../api-client/use-resource.ts';
import {
  type SegmentChanges,
  type SegmentEdit,
  withoutSegments,
  withSegment,
} from '../segments/segment-changes.ts';
import { segmentIn, segmentListIn, withSegments } from '../segments/segment-json.ts';
import { segmentPath, segmentsPath } from '../segments/segment-paths.ts';

export interface SegmentState extends SegmentChanges {
  /** The segment as it should be shown; undefined until it is known. */
  segment: Segment | undefined;
  /** Whether the store has no such segment. */
  isGone: boolean;
  /** Whether the segment is being deleted. */
  isDeleting: boolean;
  /** All segments, if they have been read. */
  known: readonly Segment[] | undefined;
}

/** One segment with unconfirmed changes applied. If the list has been read, it shows at once. */
export function useSegment(segmentId: string, first: Segment | undefined): SegmentState {
  const own = useResource(segmentPath(segmentId), segmentIn);
  const all = useResource(segmentsPath, segmentListIn, undefined, { isPassive: true });
  const { data, failure, refresh: readAgain, change: changeOwn } = own;
  const { data: list, change: changeAll } = all;
  const known = list?.segments;
  const [overlay, dispatch] = useOverlay<SegmentEdit>(segmentsPath);

  const put = useCallback(
    async (segment: Segment) => {
      await changeOwn(() => segment);
      await changeAll((known) => known && withSegments(known, (all) => withSegment(all, segment)));
    },
    [changeOwn, changeAll],
  );
  // A deleted segment stays on its screen until another screen replaces that.
  const drop = useCallback(
    async (ids: readonly string[]) => {
      await changeAll((known) => known && withSegments(known, (all) => withoutSegments(all, ids)));
    },
    [changeAll],
  );
  const reread = useCallback(async () => {
    const { data: segment, failure } = await readAgain();
    if (failure?.code === 'not-found') return new Map<string, Segment>();
    return segment && new Map([[segment.id, segment]]);
  }, [readAgain]);

  const now = data ?? known?.find(({ id }) => id === segmentId) ?? first;
  const edit = overlay.edits.get(segmentId);
  return {
    segment: now && edit ? { ...now, ...edit } : now,
    isGone: failure?.code === 'not-found',
    isDeleting: overlay.removals.has(segmentId),
    known,
    overlay,
    dispatch,
    put,
    drop,
    reread,
  };
}
