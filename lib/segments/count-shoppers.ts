import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { firstAlone } from '../bigcommerce/first-alone.ts';
import { countMembers } from '../bigcommerce/segment-members.ts';
import { type Failure, failureFrom } from '../failure.ts';

/** `total` is how many shoppers the segment `id` has; `failure` is why that is not known. */
export type ShopperCount = { id: string } & ({ total: number } | { failure: Failure });

/**
 * Counts the shoppers of each segment, with one request to BigCommerce for each. The result has one
 * count for each id, in the ids' order; a segment that is gone has the failure `not-found`.
 * @param segmentIds at most `SEGMENTS_PER_COUNT`
 * @throws {BigCommerceError} `unauthorized` or `forbidden`, which every other count would meet too
 */
export function countShoppers(
  connection: Connection,
  segmentIds: readonly string[],
): Promise<ShopperCount[]> {
  return firstAlone(segmentIds, async (id): Promise<ShopperCount> => {
    try {
      return { id, total: await countMembers(connection, id) };
    } catch (error) {
      if (!(error instanceof BigCommerceError)) throw error;
      if (error.kind === 'unauthorized' || error.kind === 'forbidden') throw error;
      return { id, failure: failureFrom(error) };
    }
  });
}
