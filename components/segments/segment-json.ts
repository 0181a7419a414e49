import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isRecord } from '@/lib/json/is-record.ts';

/** Parses the answer of `GET /api/segments`; undefined if it is unexpected. */
export function segmentsIn(body: unknown): readonly Segment[] | undefined {
  if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
  return body.data.every(isSegment) ? body.data : undefined;
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
