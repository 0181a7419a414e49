import 'server-only';
import type { Connection } from './client/connection.ts';
import { BigCommerceError } from './client/errors.ts';
import { type Customer, customersByIds } from './customers.ts';
import { memberIdsByProfile } from './segment-member-endpoint.ts';

/**
 * A customer with its shopper profile. The profile is in a segment, or is to be added to it. Its id
 * is in lower case.
 */
export interface Membership {
  /** 0 if BigCommerce gives none. */
  customerId: number;
  profileId: string;
}

/** What the store says about shoppers and one segment. */
interface MembershipReading {
  /** The shoppers' customers by id, without those that have been deleted. */
  customers: ReadonlyMap<number, Customer>;
  isIn(shopper: Membership): boolean;
}

/**
 * Reads which of the given shoppers are in the segment now; none if the segment is gone. It reads
 * the shoppers' customer records, `CUSTOMER_IDS_PER_URL` with each request, because the segment can be large.
 * @throws {BigCommerceError}
 */
export async function readMemberships(
  connection: Connection,
  segmentId: string,
  shoppers: readonly Membership[],
): Promise<MembershipReading> {
  const customers = await customersByIds(
    connection,
    shoppers.map(({ customerId }) => customerId),
  );
  const said = ({ customerId }: Membership) => {
    const customer = customers.get(customerId);
    return customer?.isPartial ? undefined : customer?.segmentIds.includes(segmentId);
  };
  // A shopper profile may outlive its customer, in the segment or out of it.
  const unsaid = shoppers.filter((shopper) => said(shopper) === undefined);
  const left = await memberIdsByProfile(
    connection,
    segmentId,
    unsaid.map(({ profileId }) => profileId),
  ).catch(noneIfGone);
  return {
    customers,
    isIn: (shopper) => said(shopper) ?? left.has(shopper.profileId),
  };
}

/**
 * The profile ids of those of the given shoppers that are in the segment now.
 * @throws {BigCommerceError}
 */
export async function membersAmong(
  connection: Connection,
  segmentId: string,
  shoppers: readonly Membership[],
): Promise<Set<string>> {
  const { isIn } = await readMemberships(connection, segmentId, shoppers);
  return new Set(shoppers.filter(isIn).map(({ profileId }) => profileId));
}

function noneIfGone(error: unknown): Set<string> {
  if (error instanceof BigCommerceError && error.kind === 'not-found') return new Set();
  throw error;
}
