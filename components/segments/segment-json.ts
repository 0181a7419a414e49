import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isRecord } from '@/lib/json/is-record.ts';
import { type RememberedCounts, rememberedCountsIn } from './count-answer.ts';

/** All segments of the store, and how many shoppers they had as far as the server remembers. */
export interface SegmentList {
  segments: readonly Segment[];
  counts: RememberedCounts;
}

/** The list with its segments changed. */
export function withSegments(
  list: SegmentList,
  change: (segments: readonly Segment[]) => readonly Segment[],
): SegmentList {
  return { ...list, segments: change(list.segments) };
}

/** Parses the answer of `GET /api/segments`; undefined if it is unexpected. */
export function segmentListIn(body: unknown): SegmentList | undefined {
  if (!isRecord(body) || !Array.isArray(body.data) || !isRecord(body.meta)) return undefined;
  const counts = rememberedCountsIn(body.meta);
  return counts && body.data.every(isSegment) ? { segments: body.data, counts } : undefined;
}

/** Parses the answer of `GET /api/segments/{id}`; undefined if it is unexpected. */
export function segmentIn(body: unknown): Segment | undefined {
  return isRecord(body) && isSegment(body.data) ? body.data : undefined;
}

function isSegment(value: unknown): value is Segment {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.description === 'string' &&
    typeof value.updatedAt === 'string'
  );
}
