import { isRecord } from '@/lib/json/is-record.ts';
import { SHOPPERS_PER_REMOVAL } from '@/lib/limits/limits.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import type { Read } from '../api-client/use-reader.ts';

interface Options {
  /** Reads with {@link memberIdsIn}. */
  read: Read<readonly string[]>;
  segmentId: string;
}

/**
 * The profile ids of those of the shoppers who are in a segment now: one request for each hundred.
 * @returns undefined if that can't be read
 */
export async function fetchMembership(
  shoppers: readonly Shopper[],
  { read, segmentId }: Options,
): Promise<ReadonlySet<string> | undefined> {
  const present = new Set<string>();
  try {
    for (let from = 0; from < shoppers.length; from += SHOPPERS_PER_REMOVAL) {
      const among = shoppers
        .slice(from, from + SHOPPERS_PER_REMOVAL)
        .map(({ customerId, profileId }) => `${customerId}:${profileId}`);
      const path = `/api/segments/${segmentId}/members?among=${among.join(',')}`;
      for (const id of await read(path)) present.add(id);
    }
    return present;
  } catch {
    return undefined;
  }
}

/** The answer of `GET /api/segments/{segmentId}/members`, or undefined if it is something else. */
export function memberIdsIn(body: unknown): readonly string[] | undefined {
  if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
  return body.data.every((id) => typeof id === 'string') ? body.data : undefined;
}
