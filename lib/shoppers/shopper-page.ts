import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type Customer, customersByIds } from '../bigcommerce/customers.ts';
import { readMembers } from '../bigcommerce/segment-member-endpoint.ts';
import { segmentGone } from '../bigcommerce/segment-members.ts';
import { findSegment } from '../bigcommerce/segments.ts';
import { SHOPPERS_PER_PAGE } from '../limits/limits.ts';

/** A member of a segment. */
export interface Shopper {
  profileId: string;
  /** 0 if BigCommerce gives none. */
  customerId: number;
  /** Null if the customer has been deleted, or is not known. */
  customer: Customer | null;
}

export interface ShopperPage {
  shoppers: Shopper[];
  /** How many shoppers all pages have together. */
  total: number;
  /** The number of this page, from 1. */
  page: number;
  /** How many pages there are, at least 1. */
  pages: number;
  /** How many shoppers a full page has: `SHOPPERS_PER_PAGE`, or fewer if BigCommerce grants fewer. */
  size: number;
}

/**
 * Reads one page of a segment's shoppers, `SHOPPERS_PER_PAGE` at most, in BigCommerce's order.
 * @param page from 1; a page after the last one has no shoppers
 * @throws {BigCommerceError} `not-found` if the segment is gone
 */
export async function readShopperPage(
  connection: Connection,
  segmentId: string,
  page: number,
): Promise<ShopperPage> {
  const shown = await readPageOf(connection, segmentId, page);
  // Whether the members of a segment that is gone are an error or an empty list is not documented.
  if (shown.total === 0 && !(await findSegment(connection, segmentId))) throw segmentGone.error;
  return shown;
}

/** Reads a page of a segment that is known to exist, or is read besides. @throws {BigCommerceError} */
export async function readPageOf(
  connection: Connection,
  segmentId: string,
  page: number,
): Promise<ShopperPage> {
  const found = await readMembers(connection, segmentId, page, SHOPPERS_PER_PAGE);
  const { items, total, pages, size } = found;
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
    size,
  };
}
