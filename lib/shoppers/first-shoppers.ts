import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type CustomerGroup, listCustomerGroups } from '../bigcommerce/customer-groups.ts';
import { findSegment, type Segment } from '../bigcommerce/segments.ts';
import { readPageOf, type ShopperPage } from './shopper-page.ts';

/** What the screen of a segment shows first. */
export interface FirstShoppers {
  segment: Segment;
  page: ShopperPage;
  groups: readonly CustomerGroup[];
}

/** Reads what a segment's screen shows first. @returns undefined if there is no such segment */
export async function readFirstShoppers(
  connection: Connection,
  segmentId: string,
  page: number,
): Promise<FirstShoppers | undefined> {
  const [segment, shoppers, groups] = await Promise.all([
    findSegment(connection, segmentId),
    readPageOf(connection, segmentId, page),
    listCustomerGroups(connection),
  ]);
  return segment && { segment, page: shoppers, groups };
}
