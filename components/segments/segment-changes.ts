import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { Overlay } from '../api-client/overlay.ts';
import type { DispatchOverlay } from '../api-client/use-overlay.ts';

/** The fields of a segment that the merchant can change. */
export type SegmentEdit = Pick<Segment, 'name' | 'description'>;

/** What renaming and deleting need from a screen, whether it shows all segments or one. */
export interface SegmentChanges {
  /** Changes that are shown but not confirmed yet. */
  overlay: Overlay<SegmentEdit>;
  dispatch: DispatchOverlay<SegmentEdit>;
  /** Adds or replaces a segment after BigCommerce has written it. */
  put: (segment: Segment) => Promise<void>;
  /** Drops segments after BigCommerce has deleted them. */
  drop: (ids: readonly string[]) => Promise<void>;
  /**
   * Reads again what the screen shows. Resolves to the segments that were read, by id, or to
   * undefined if the read fails. A changed segment that is not among them no longer exists.
   */
  reread: () => Promise<ReadonlyMap<string, Segment> | undefined>;
}

/** The list with the segment in place of its earlier state, or at the end if it is new. */
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
