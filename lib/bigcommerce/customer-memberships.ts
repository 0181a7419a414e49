import 'server-only';
import type { Connection } from './client/connection.ts';
import { readPage } from './client/paging.ts';
import { type Customer, customersByIds } from './customers.ts';
import { segmentsOf } from './segment-member-endpoint.ts';
import { profileCollection, profileIdsByCustomer } from './shopper-profiles.ts';

/**
 * One customer, with the shopper profile and the segments even if BigCommerce leaves them out of
 * customer records.
 * @throws {BigCommerceError}
 */
export async function findCustomer(
  connection: Connection,
  id: number,
): Promise<Customer | undefined> {
  const customer = (await customersByIds(connection, [id])).get(id);
  if (!customer?.isPartial || (await includesMemberships(connection))) return customer;
  const profileId = customer.profileId ?? (await profileIdsByCustomer(connection)).get(id) ?? null;
  const segmentIds = profileId === null ? [] : [...(await segmentsOf(connection, profileId))];
  return { ...customer, profileId, segmentIds };
}

/**
 * Whether BigCommerce adds shopper profiles and segments to customer records, which it calls a beta.
 * If so, a customer without them has none. This is found out once, from a customer who has a
 * profile.
 * @throws {BigCommerceError}
 */
export async function includesMemberships(connection: Connection): Promise<boolean> {
  const { store } = connection;
  if (store.includesMemberships !== undefined) return store.includesMemberships;
  const [profile] = (await readPage(connection, profileCollection, 1, 1)).items;
  if (profile === undefined) return true;
  const [owner] = (await customersByIds(connection, [profile.customerId])).values();
  if (owner !== undefined) store.includesMemberships = !owner.isPartial;
  return owner !== undefined && !owner.isPartial;
}
