import type { z } from 'zod';
import { ListedMap } from '../listed-map.ts';
import type { Segment, Store } from '../sandbox-store.ts';
import { numberedSegments } from '../seed/seed-segments.ts';
import { nowIso } from '../timestamp.ts';
import type { segmentsRequest } from './control-requests.ts';

/** Replaces all of a store's segments by others without members. */
export function replaceSegments(store: Store, request: z.infer<typeof segmentsRequest>): Segment[] {
  const at = nowIso();
  const segments =
    'count' in request
      ? numberedSegments(store.prng, request.count)
      : request.items.map((item) => ({
          id: store.prng.uuid(),
          ...item,
          created_at: at,
          updated_at: at,
        }));
  store.segments.clear();
  store.members.clear();
  for (const segment of segments) {
    store.segments.set(segment.id, segment);
    store.members.set(segment.id, new ListedMap());
  }
  return segments;
}
