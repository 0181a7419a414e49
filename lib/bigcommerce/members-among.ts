import 'server-only';
import type { Connection } from './client/connection.ts';
import { BigCommerceError } from './client/errors.ts';
import { customersByIds } from './customers.ts';
import { memberIdsAmong } from './segment-member-endpoint.ts';
import type { Membership } from './segment-members.ts';

/**
 * The profile ids of those of the given shoppers that are in the segment now; none if the segment
 * is gone. It reads the shoppers' customer records, 100 with each request, because the segment can
 * be large.
 * @throws {BigCommerceError}
 */
export async function membersAmong(
  connection: Connection,
  segmentId: string,
  shoppers: readonly Membership[],
): Promise<Set<string>> {
  const customers = await customersByIds(
    connection,
    shoppers.map(({ customerId }) => customerId),
  );
  const withoutCustomer = shoppers.filter(({ customerId }) => !customers.has(customerId));
  // A shopper profile may outlive its customer, in the segment or out of it.
  const left = await memberIdsAmong(
    connection,
    segmentId,
    withoutCustomer.map(({ profileId }) => profileId),
  ).catch(noneIfGone);
  const inside = shoppers.filter(
    ({ customerId, profileId }) =>
      customers.get(customerId)?.segmentIds.includes(segmentId) ?? left.has(profileId),
  );
  return new Set(inside.map(({ profileId }) => profileId));
}

function noneIfGone(error: unknown): Set<string> {
  if (error instanceof BigCommerceError && error.kind === 'not-found') return new Set();
  throw error;
}
