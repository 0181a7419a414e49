import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { Customer, Store } from '../sandbox-store.ts';
import { seedCustomers } from '../seed/seed-customers.ts';
import type { ShopperProfile } from '../stored-profiles.ts';
import { nowIso } from '../timestamp.ts';
import type { customersRequest } from './control-requests.ts';

/** Replaces all of a store's customers, which also removes all profiles and members. */
export function replaceCustomers(
  store: Store,
  {
    count,
    profiles,
    groupId,
    company,
    unnamed,
    firstName,
    people,
  }: z.infer<typeof customersRequest>,
): void {
  for (const members of store.members.values()) members.clear();
  store.profiles.clear();
  store.customers.clear();
  addCustomers(store, count, {
    ...(groupId !== undefined && { customer_group_id: groupId }),
    ...(company !== undefined && { company }),
    ...(unnamed && { first_name: '', last_name: '', email: '' }),
    ...(firstName !== undefined && { first_name: firstName }),
  });
  for (const [index, customer] of store.customers.list.entries()) {
    Object.assign(customer, people[index]);
  }
  if (groupId !== undefined && !store.customerGroups.some(({ id }) => id === groupId)) {
    store.customerGroups.push({ id: groupId, name: `Group ${groupId}`, is_default: false });
  }
  if (profiles) for (const id of store.customers.keys()) addProfile(store, id);
}

/** Gives a segment exactly `count` members, adding customers and profiles as needed. */
export function replaceMembers(store: Store, segmentId: string, count: number): void {
  const members = store.members.get(segmentId);
  if (!members) throw new HTTPException(404, { message: `No segment ${segmentId}` });
  addCustomers(store, count - store.customers.size);
  for (const id of store.customers.keys()) {
    if (store.profiles.size >= count) break;
    if (!store.profiles.ofCustomer(id)) addProfile(store, id);
  }
  members.clear();
  for (const profile of store.profiles.list.slice(0, count)) members.set(profile.id, profile);
}

export function deleteCustomer(store: Store, id: number): void {
  if (!store.customers.delete(id)) throw new HTTPException(404, { message: `No customer ${id}` });
}

function addCustomers(store: Store, count: number, common: Partial<Customer> = {}): void {
  const groups = store.customerGroups.map(({ id }) => id);
  const newest = store.customers.list.at(-1);
  for (const customer of seedCustomers(store.prng, Math.max(count, 0), groups, newest)) {
    store.customers.set(customer.id, { ...customer, ...common });
  }
}

function addProfile(store: Store, customerId: number): void {
  const at = nowIso();
  const profile: ShopperProfile = {
    id: store.prng.uuid(),
    customer_id: customerId,
    created_at: at,
    updated_at: at,
  };
  store.profiles.add(profile);
}
