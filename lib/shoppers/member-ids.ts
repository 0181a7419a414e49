import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import type { Membership } from '../bigcommerce/members-among.ts';
import { memberCollection } from '../bigcommerce/segment-member-endpoint.ts';
import { readStretch } from './stretch.ts';

/** How many members one request reads: few enough for its time limit of 30 s. */
const STEP = 5_000;

export interface MemberIds {
  members: Membership[];
  /** The `offset` of the next step; null when all members have been read. */
  nextOffset: number | null;
}

/**
 * Reads the ids of a segment's members, about 5,000 at a time, without their customer records.
 * @param offset 0 for the first step, then the `nextOffset` of the step before
 * @throws {BigCommerceError} `not-found` if the segment is gone
 */
export async function readMemberIds(
  connection: Connection,
  segmentId: string,
  offset: number,
): Promise<MemberIds> {
  const range = { offset, count: STEP };
  const { pages, nextOffset } = await readStretch(connection, memberCollection(segmentId), range);
  const profiles = (await Promise.all(pages.map(({ items }) => items))).flat();
  const members = profiles.map(({ id, customerId }) => ({ customerId, profileId: id }));
  return { members, nextOffset };
}
