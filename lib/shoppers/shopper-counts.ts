import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { countMembers } from '../bigcommerce/segment-members.ts';
import { type Failure, failureFrom } from '../failure.ts';

/** How many shoppers a segment has, or why that can't be said. */
export type ShopperCount = { id: string } & ({ total: number } | { failure: Failure });

/**
 * Counts the shoppers of each segment, at the pace that the connection's lane gets.
 * @throws {BigCommerceError} if the store answers no more questions: `unauthorized`, `forbidden`
 */
export function countShoppers(
  connection: Connection,
  segmentIds: readonly string[],
): Promise<ShopperCount[]> {
  return Promise.all(
    segmentIds.map(async (id): Promise<ShopperCount> => {
      try {
        return { id, total: await countMembers(connection, id) };
      } catch (error) {
        if (!(error instanceof BigCommerceError)) throw error;
        if (error.kind === 'unauthorized' || error.kind === 'forbidden') throw error;
        return { id, failure: failureFrom(error) };
      }
    }),
  );
}
