import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type Customer, customersByIds } from '../bigcommerce/customers.ts';
import { readMembers } from '../bigcommerce/segment-member-endpoint.ts';
import { SHOPPERS_PER_PAGE } from '../limits/limits.ts';

/** Somebody in a segment. */
export interface Shopper {
  profileId: string;
  customerId: number;
  /** Null if the customer has been deleted meanwhile. */
  customer: Customer | null;
}

export interface ShopperPage {
  shoppers: Shopper[];
  /** On all pages. */
  total: number;
  page: number;
  /** At least 1. */
  pages: number;
}

/** @throws {BigCommerceError} `not-found` if the segment is gone */
export async function readShopperPage(
  connection: Connection,
  segmentId: string,
  page: number,
): Promise<ShopperPage> {
  const { items, total, pages } = await readMembers(connection, segmentId, page, SHOPPERS_PER_PAGE);
  const customers = await customersByIds(
    connection,
    items.map(({ customerId }) => customerId),
  );
  return {
    shoppers: items.map(({ id, customerId }) => ({
      profileId: id,
      customerId,
      customer: customers.get(customerId) ?? null,
    })),
    total,
    page,
    pages: Math.max(1, pages),
  };
}
