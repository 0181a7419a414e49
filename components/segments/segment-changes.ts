import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { Overlay } from '../api-client/overlay.ts';
import type { DispatchOverlay } from '../api-client/use-overlay.ts';

/** What the merchant can change of a segment. */
export type SegmentEdit = Pick<Segment, 'name' | 'description'>;

/** What renaming and deleting need of the screen that shows the segments, be it all or one. */
export interface SegmentChanges {
  /** What is shown already but not confirmed. */
  overlay: Overlay<SegmentEdit>;
  dispatch: DispatchOverlay<SegmentEdit>;
  /** Takes over a segment that BigCommerce has written. */
  put: (segment: Segment) => Promise<void>;
  /** Drops segments that BigCommerce has deleted. */
  drop: (ids: readonly string[]) => Promise<void>;
  /**
   * Reads again what is shown. Resolves to what there is of it, which holds every segment that was
   * changed here and still exists, or to undefined if that fails.
   */
  refresh: () => Promise<readonly Segment[] | undefined>;
}

/** The list with the segment in its place, or at the end if it is new. */
export function withSegment(segments: readonly Segment[], segment: Segment): readonly Segment[] {
  return segments.some(({ id }) => id === segment.id)
    ? segments.map((one) => (one.id === segment.id ? segment : one))
    : [...segments, segment];
}

export function withoutSegments(
  segments: readonly Segment[],
  ids: readonly string[],
): readonly Segment[] {
  const gone = new Set(ids);
  return segments.filter(({ id }) => !gone.has(id));
}
