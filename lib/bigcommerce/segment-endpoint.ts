import 'server-only';
import { z } from 'zod';
import { chunks } from './client/chunks.ts';
import type { Connection } from './client/connection.ts';
import { deleteByIds, UUIDS_PER_URL } from './client/delete-by-ids.ts';
import { eachOrNone, listAll, pageSchema } from './client/paging.ts';
import { request } from './client/request.ts';

/** Holds only what screens show, because a list of 1,000 goes to the browser as a whole. */
export interface Segment {
  id: string;
  name: string;
  description: string;
  /** ISO 8601; empty if BigCommerce gives none. */
  updatedAt: string;
}

/** A segment with its creation time, which helps to decide who created it. */
export interface DatedSegment extends Segment {
  /** ISO 8601; empty if BigCommerce gives none. */
  createdAt: string;
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

/** One odd field must not make the whole list unreadable: it is taken as empty. */
const text = z.string().catch('');

const segmentSchema = z.object({
  id: z.string().min(1),
  name: text,
  description: text,
  created_at: text,
  updated_at: text,
});

const foundSegments = eachOrNone(segmentSchema);

/**
 * Reshapes the whole list, because reshaping each segment in its own schema takes twice the memory.
 */
const segmentList = foundSegments.transform((list) =>
  list.map((found) => found && toSegment(found)),
);
const datedList = foundSegments.transform((list) =>
  list.map((found) => found && toDatedSegment(found)),
);

const segmentPage = pageSchema(segmentList);
const datedPage = pageSchema(datedList);

const writtenSchema = z.object({ data: segmentList });

const ENDPOINT = { route: '/v3/segments', pool: 'segmentation' } as const;

export async function fetchSegments(connection: Connection): Promise<Segment[]> {
  return remembered(connection, await listAll(connection, { ...ENDPOINT, schema: segmentPage }));
}

/** All segments, with their creation times. */
export async function fetchDatedSegments(connection: Connection): Promise<DatedSegment[]> {
  return remembered(connection, await listAll(connection, { ...ENDPOINT, schema: datedPage }));
}

/** The segments with these ids; the ones that do not exist are left out. */
export async function fetchSegmentsById(
  connection: Connection,
  ids: readonly string[],
): Promise<Segment[]> {
  const queries = chunks(ids, UUIDS_PER_URL).map((chunk) => ({ 'id:in': chunk }));
  const lists = await Promise.all(
    queries.map((query) => listAll(connection, { ...ENDPOINT, query, schema: segmentPage })),
  );
  const asked = new Set(ids.map((id) => id.toLowerCase()));
  const found = lists.flat().filter(({ id }) => asked.has(id.toLowerCase()));
  return remembered(connection, found);
}

/** Sends one request. The answer may leave items out. */
export async function sendSegments(
  connection: Connection,
  method: 'POST' | 'PUT',
  body: readonly NewSegment[] | readonly SegmentChange[],
): Promise<Segment[]> {
  const call = { ...ENDPOINT, method, body, schema: writtenSchema };
  const { data } = await request(connection, call);
  return remembered(
    connection,
    data.filter((segment) => segment !== undefined),
  );
}

export function removeSegments(connection: Connection, ids: readonly string[]): Promise<void> {
  return deleteByIds(connection, { ...ENDPOINT, ids });
}

function toSegment(found: z.output<typeof segmentSchema>): Segment {
  return {
    id: found.id,
    name: found.name,
    description: found.description,
    updatedAt: found.updated_at,
  };
}

function toDatedSegment(found: z.output<typeof segmentSchema>): DatedSegment {
  return { ...toSegment(found), createdAt: found.created_at };
}

function remembered<T extends Segment>(connection: Connection, segments: T[]): T[] {
  connection.store.rememberSegments(segments.map(({ id }) => id));
  return segments;
}
