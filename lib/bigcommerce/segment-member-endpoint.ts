import 'server-only';
import { z } from 'zod';
import type { Connection } from './client/connection.ts';
import { deleteByIds } from './client/delete-by-ids.ts';
import { BigCommerceError } from './client/errors.ts';
import {
  type Collection,
  eachOrNone,
  listAll,
  type Page,
  pageSchema,
  readPage,
} from './client/paging.ts';
import { request } from './client/request.ts';
import type { Waiting } from './client/send.ts';
import { firstAlone } from './first-alone.ts';
import { profileList, type ShopperProfile } from './shopper-profiles.ts';

const memberPage = pageSchema(profileList);
const segmentIdPage = pageSchema(eachOrNone(z.object({ id: z.string().toLowerCase() })));
const addedSchema = z.object({ data: profileList });

const endpoint = (segmentId: string) =>
  ({
    route: '/v3/segments/{segmentId}/shopper-profiles',
    params: { segmentId },
    pool: 'segmentation',
  }) as const;

/** The members of a segment, in BigCommerce's order. */
export function memberCollection(segmentId: string): Collection<ShopperProfile> {
  return { ...endpoint(segmentId), schema: memberPage };
}

/**
 * Reads one page of a segment's members.
 * @param page from 1
 * @param limit how many members a page has; the default is as many as BigCommerce grants. Its own
 * default is 50, and its maximum is not published: the page's `size` says what it granted
 * @throws {BigCommerceError} `not-found` if the segment is gone
 */
export function readMembers(
  connection: Connection,
  segmentId: string,
  page: number,
  limit?: number,
): Promise<Page<ShopperProfile>> {
  return readPage(connection, memberCollection(segmentId), page, limit);
}

/** Adds members with one request. Resolves to the ids that BigCommerce lists as added. */
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
  return new Set(data.flatMap((profile) => profile?.id ?? []));
}

export function deleteMembers(
  connection: Connection,
  segmentId: string,
  profileIds: readonly string[],
): Promise<void> {
  return deleteByIds(connection, { ...endpoint(segmentId), ids: profileIds });
}

/**
 * The ids of members of the segment. All those of the given shopper profiles that are in it are
 * among them; there may be others, too. It reads the segment's list of members or each profile's
 * list of segments, whichever takes fewer requests.
 * @throws {BigCommerceError} `not-found` if the segment is gone
 */
export async function memberIdsByProfile(
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
  const found = await firstAlone(profileIds, async (profileId) => {
    const segments = await segmentsOf(connection, profileId);
    return segments.has(segmentId) ? [profileId] : [];
  });
  return new Set(found.flat());
}

/**
 * The ids of the segments that a shopper profile is in; none if the profile is gone.
 * @throws {BigCommerceError}
 */
export async function segmentsOf(connection: Connection, profileId: string): Promise<Set<string>> {
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
