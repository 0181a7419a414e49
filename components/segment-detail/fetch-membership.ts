import type { Membership } from '@/lib/bigcommerce/members-among.ts';
import { isRecord } from '@/lib/json/is-record.ts';
import { SHOPPERS_PER_LOOKUP } from '@/lib/limits/limits.ts';
import type { Read } from '../api-client/use-reader.ts';
import { segmentPath } from '../segments/segment-paths.ts';

interface Options {
  /** Reads a path of the API and parses the answer with {@link memberIdsIn}. */
  read: Read<readonly string[]>;
  segmentId: string;
}

/**
 * Reads which of the shoppers are in a segment now, with a request for each `SHOPPERS_PER_LOOKUP`.
 * @returns their profile ids, or undefined if a request fails
 */
export async function fetchMembership(
  shoppers: readonly Membership[],
  { read, segmentId }: Options,
): Promise<ReadonlySet<string> | undefined> {
  const present = new Set<string>();
  try {
    for (let from = 0; from < shoppers.length; from += SHOPPERS_PER_LOOKUP) {
      const among = shoppers
        .slice(from, from + SHOPPERS_PER_LOOKUP)
        .map(({ customerId, profileId }) => `${customerId}:${profileId}`);
      const path = `${segmentPath(segmentId)}/members?among=${among.join(',')}`;
      for (const id of await read(path)) present.add(id);
    }
    return present;
  } catch {
    return undefined;
  }
}

/** Parses the answer of `GET /api/segments/{segmentId}/members`; undefined if it is unexpected. */
export function memberIdsIn(body: unknown): readonly string[] | undefined {
  if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
  return body.data.every((id) => typeof id === 'string') ? body.data : undefined;
}
