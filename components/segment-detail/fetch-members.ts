import type { Membership } from '@/lib/bigcommerce/members-among.ts';
import { isRecord } from '@/lib/json/is-record.ts';
import type { MemberIds } from '@/lib/shoppers/member-ids.ts';
import type { Read } from '../api-client/use-reader.ts';
import { segmentPath } from '../segments/segment-paths.ts';

interface Options {
  /** Reads a path of the API and parses the answer with {@link memberIdsPageIn}. */
  read: Read<MemberIds>;
  segmentId: string;
}

/**
 * Reads who is in a segment now, each member once.
 * @throws ApiFailure if a request fails
 */
export async function fetchMembers({ read, segmentId }: Options): Promise<Membership[]> {
  const byProfile = new Map<string, Membership>();
  let offset: number | null = 0;
  while (offset !== null) {
    const step: MemberIds = await read(`${segmentPath(segmentId)}/member-ids?offset=${offset}`);
    for (const member of step.members) byProfile.set(member.profileId, member);
    offset = step.nextOffset;
  }
  return [...byProfile.values()];
}

/** Parses the answer of `GET /api/segments/{segmentId}/member-ids`; undefined if it is unexpected. */
export function memberIdsPageIn(body: unknown): MemberIds | undefined {
  if (!isRecord(body) || !isRecord(body.meta) || !Array.isArray(body.data)) return undefined;
  const { nextOffset } = body.meta;
  if (nextOffset !== null && typeof nextOffset !== 'number') return undefined;
  return body.data.every(isMembership) ? { members: body.data, nextOffset } : undefined;
}

function isMembership(value: unknown): value is Membership {
  return (
    isRecord(value) && typeof value.customerId === 'number' && typeof value.profileId === 'string'
  );
}
