import 'server-only';
import { z } from 'zod';
import { chunks } from './chunks.ts';
import type { Connection } from './connection.ts';
import { deleteByIds, MAX_IDS_IN_URL } from './delete-by-ids.ts';
import { listAll, pageSchema } from './paging.ts';
import { request } from './request.ts';

export interface Segment {
  id: string;
  name: string;
  description: string;
  /** ISO 8601, like `updatedAt`. */
  createdAt: string;
  updatedAt: string;
}

export interface NewSegment {
  name: string;
  description: string;
}

/** A field left out stays as it is. */
export interface SegmentChange {
  id: string;
  name?: string;
  description?: string;
}

const segmentSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  description: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** All at once: reshaping each segment in its own schema takes twice the memory. */
const segmentList = z.array(segmentSchema).transform((list) => list.map(toSegment));

const segmentPage = pageSchema(segmentList);

const writtenSchema = z.object({ data: segmentList });

const ENDPOINT = { route: '/v3/segments', pool: 'segmentation' } as const;

/** All segments, or those of the given ids that are there. */
export async function fetchSegments(
  connection: Connection,
  ids?: readonly string[],
): Promise<Segment[]> {
  const queries =
    ids === undefined ? [{}] : chunks(ids, MAX_IDS_IN_URL).map((chunk) => ({ 'id:in': chunk }));
  const lists = await Promise.all(
    queries.map((query) => listAll(connection, { ...ENDPOINT, query, schema: segmentPage })),
  );
  const segments = lists.flat();
  connection.store.rememberSegments(segments.map(({ id }) => id));
  return segments;
}

/** One request; the answer may leave items out. */
export async function sendSegments(
  connection: Connection,
  method: 'POST' | 'PUT',
  body: readonly NewSegment[] | readonly SegmentChange[],
): Promise<Segment[]> {
  const call = { ...ENDPOINT, method, body, schema: writtenSchema };
  const { data } = await request(connection, call);
  connection.store.rememberSegments(data.map(({ id }) => id));
  return data;
}

export function removeSegments(connection: Connection, ids: readonly string[]): Promise<void> {
  return deleteByIds(connection, { ...ENDPOINT, ids });
}

function toSegment(found: z.output<typeof segmentSchema>): Segment {
  return {
    id: found.id,
    name: found.name,
    description: found.description ?? '',
    createdAt: found.created_at,
    updatedAt: found.updated_at,
  };
}
