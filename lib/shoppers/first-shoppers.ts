import 'server-only';
import { type CustomerGroup, listCustomerGroups } from '../bigcommerce/customer-groups.ts';
import { findSegment, type Segment } from '../bigcommerce/segments.ts';
import { firstRead } from '../requests/page-read.ts';
import type { Session } from '../sessions/sessions.ts';
import { readShopperPage, type ShopperPage } from './shopper-page.ts';

/** What a segment's screen shows. */
export interface FirstShoppers {
  segment: Segment;
  page: ShopperPage;
  groups: readonly CustomerGroup[];
}

interface Asked {
  segmentId: string;
  page: number;
  requestId: string;
}

/** Reads the shoppers that a launch shows first, if the segment is there and BigCommerce answers. */
export function readFirstShoppers(
  session: Session,
  { segmentId, page, requestId }: Asked,
): Promise<FirstShoppers | undefined> {
  return firstRead(session, requestId, async (connection) => {
    const [segment, shoppers, groups] = await Promise.all([
      findSegment(connection, segmentId),
      readShopperPage(connection, segmentId, page),
      listCustomerGroups(connection),
    ]);
    return segment && { segment, page: shoppers, groups };
  });
}
