import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isRecord } from '@/lib/json/is-record.ts';

/** The segments in the answer of `GET /api/segments`, or undefined if it is something else. */
export function segmentsIn(body: unknown): readonly Segment[] | undefined {
  if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
  return body.data.every(isSegment) ? body.data : undefined;
}

/** The segment in the answer of `GET /api/segments/{id}`, or undefined if it is something else. */
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
