import 'server-only';
import { z } from 'zod';
import type { Connection } from './client/connection.ts';
import { deleteByIds } from './client/delete-by-ids.ts';
import { BigCommerceError } from './client/errors.ts';
import { type Collection, listAll, type Page, pageSchema, readPage } from './client/paging.ts';
import { request } from './client/request.ts';
import type { Waiting } from './client/send.ts';
import { profileSchema, type ShopperProfile } from './shopper-profiles.ts';

const memberPage = pageSchema(z.array(profileSchema));
const segmentIdPage = pageSchema(z.array(z.object({ id: z.string().toLowerCase() })));
const addedSchema = z.object({ data: z.array(profileSchema) });

const endpoint = (segmentId: string) =>
  ({
    route: '/v3/segments/{segmentId}/shopper-profiles',
    params: { segmentId },
    pool: 'segmentation',
  }) as const;

/** Who is in a segment, in the API's order. */
export function memberCollection(segmentId: string): Collection<ShopperProfile> {
  return { ...endpoint(segmentId), schema: memberPage };
}

/** @throws {BigCommerceError} `not-found` if the segment is gone */
export function readMembers(
  connection: Connection,
  segmentId: string,
  page: number,
  limit?: number,
): Promise<Page<ShopperProfile>> {
  return readPage(connection, memberCollection(segmentId), page, limit);
}

/** One request; answers with the ids that the store says it took in. */
export async function sendMembers(
  connection: Connection,
  segmentId: string,
  profileIds: readonly string[],
  waiting?: Waiting,
): Promise<Set<string>> {
  const { data } = await request(connection, {
    ...endpoint(segmentId),
    method: 'POST',
    body: profileIds,
    schema: addedSchema,
    waiting,
  });
  return new Set(data.map(({ id }) => id));
}

export function deleteMembers(
  connection: Connection,
  segmentId: string,
  profileIds: readonly string[],
): Promise<void> {
  return deleteByIds(connection, { ...endpoint(segmentId), ids: profileIds });
}

/**
 * Those of the shopper profiles that are in the segment: from its list of members, or from each
 * profile's list of segments, whichever is fewer requests.
 * @throws {BigCommerceError} `not-found` if the segment is gone
 */
export async function memberIdsAmong(
  connection: Connection,
  segmentId: string,
  profileIds: readonly string[],
): Promise<Set<string>> {
  if (profileIds.length === 0) return new Set();
  const { pages } = await readMembers(connection, segmentId, 1);
  if (pages <= profileIds.length) {
    const members = await listAll(connection, memberCollection(segmentId));
    return new Set(members.map(({ id }) => id));
  }
  const found = await Promise.all(
    profileIds.map(async (profileId) => {
      const segments = await segmentsOf(connection, profileId);
      return segments.has(segmentId) ? [profileId] : [];
    }),
  );
  return new Set(found.flat());
}

async function segmentsOf(connection: Connection, profileId: string): Promise<Set<string>> {
  try {
    const segments = await listAll(connection, {
      route: '/v3/shopper-profiles/{profileId}/segments',
      params: { profileId },
      pool: 'segmentation',
      schema: segmentIdPage,
    });
    return new Set(segments.map(({ id }) => id));
  } catch (error) {
    // A profile that is gone is in no segment.
    if (error instanceof BigCommerceError && error.kind === 'not-found') return new Set();
    throw error;
  }
}
