'use client';

import { useCallback, useMemo } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { FirstRows } from '@/lib/segments/first-rows.ts';
import { applyOverlay } from '../api-client/overlay.ts';
import { useOverlay } from '../api-client/use-overlay.ts';
import { useResource } from '../api-client/use-resource.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import {
  type SegmentChanges,
  type SegmentEdit,
  withoutSegments,
  withSegment,
} from './segment-changes.ts';
import { segmentListIn, withSegments } from './segment-json.ts';
import { segmentsPath } from './segment-paths.ts';
import { useRememberedCounts } from './use-shopper-counts.ts';

export interface Segments extends SegmentChanges {
  /** All segments as they should be shown; undefined until they have been read once. */
  segments: readonly Segment[] | undefined;
  /** The rows that came with the page, as they should be shown. */
  firstRows: readonly Segment[] | undefined;
  /** Why the last read failed; earlier data stays. */
  failure: ClientFailure | undefined;
  retry: () => void;
  /** Reads all segments again. Resolves to undefined if the read fails. */
  refresh: () => Promise<readonly Segment[] | undefined>;
}

/**
 * The store's segments with unconfirmed changes applied.
 * @param since a list that BigCommerce was asked for at this time or later will do at first, epoch
 * milliseconds
 */
export function useSegments(first: FirstRows | undefined, since?: number): Segments {
  const firstPath = since === undefined ? undefined : `${segmentsPath}?since=${since}`;
  const resource = useResource(segmentsPath, segmentListIn, undefined, { firstPath });
  const { data, failure, retry, refresh: readAgain, change } = resource;
  useRememberedCounts(data?.counts);
  const [overlay, dispatch] = useOverlay<SegmentEdit>(segmentsPath);

  const refresh = useCallback(async () => (await readAgain()).data?.segments, [readAgain]);
  const reread = useCallback(async () => {
    const all = await refresh();
    return all && new Map(all.map((segment) => [segment.id, segment]));
  }, [refresh]);
  const confirm = useCallback(
    async (confirmed: (segments: readonly Segment[]) => readonly Segment[]) => {
      const changed = await change((known) => known && withSegments(known, confirmed));
      if (!changed) await readAgain();
    },
    [change, readAgain],
  );
  const put = useCallback(
    (segment: Segment) => confirm((segments) => withSegment(segments, segment)),
    [confirm],
  );
  const drop = useCallback(
    (ids: readonly string[]) => confirm((segments) => withoutSegments(segments, ids)),
    [confirm],
  );
  const read = data?.segments;
  const segments = useMemo(() => read && applyOverlay(read, overlay), [read, overlay]);
  const rows = first?.rows;
  const firstRows = useMemo(() => rows && applyOverlay(rows, overlay), [rows, overlay]);
  return { segments, firstRows, failure, retry, refresh, overlay, dispatch, put, drop, reread };
}
