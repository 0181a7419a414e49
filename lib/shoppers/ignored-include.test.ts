import { beforeEach, describe, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { findCustomer } from '../bigcommerce/customer-memberships.ts';
import { membersAmong } from '../bigcommerce/members-among.ts';
import { addMatching } from './add-matching.ts';
import { addShoppers } from './add-shoppers.ts';
import { searchCustomers } from './find-customers.ts';

/** Customers 1 to 20 are in the segment, 21 to 40 have a shopper profile, and 41 to 60 have none. */
const sandbox = sandboxForTests();
let connection: Connection;
let segmentId: string;
let otherId: string;

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0 });
  const timing = { readBackDelay: 0 };
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry, timing });
  const [first, second] = (await sandbox.control.state(storeHash)).segments;
  [segmentId, otherId] = [first?.id ?? '', second?.id ?? ''];
  await sandbox.control.setCustomers(storeHash, { count: 60, groupId: 3, firstName: 'Ann' });
  await sandbox.control.setMembers(storeHash, otherId, 40);
  await sandbox.control.setMembers(storeHash, segmentId, 20);
});

async function profileIds(): Promise<Map<number, string>> {
  const { profiles } = await sandbox.control.shoppers(storeHash);
  return new Map(profiles.map(({ id, customer_id }) => [customer_id, id]));
}

async function requestsSent(path: RegExp): Promise<number> {
  return (await sandbox.control.log()).filter((entry) => path.test(entry.path)).length;
}

describe.each(['heeded', 'ignored'] as const)('where include is %s', (include) => {
  beforeEach(() => sandbox.control.set({ include }));

  test('who is in already is reported as already in, and everybody else is added', async () => {
    const outcomes = await addShoppers(connection, { segmentId, customerIds: [5, 25, 45] });
    expect(outcomes.map(({ status }) => status)).toEqual(['already-in', 'added', 'added']);
    const step = await addMatching(connection, {
      segmentId,
      filter: { type: 'group', groupId: 3 },
      timeZone: 'UTC',
      offset: 0,
    });
    expect(step).toEqual({ added: 38, alreadyIn: 22, notAdded: [], done: 60, nextOffset: null });
    expect((await sandbox.control.state(storeHash)).memberCounts[segmentId]).toBe(60);
  });

  test('a customer has the segments that the customer is in', async () => {
    const customer = await findCustomer(connection, 5);
    expect(customer?.profileId).toBe((await profileIds()).get(5));
    expect(new Set(customer?.segmentIds)).toEqual(new Set([segmentId, otherId]));
    expect((await findCustomer(connection, 25))?.segmentIds).toEqual([otherId]);
    expect(await findCustomer(connection, 45)).toMatchObject({ profileId: null, segmentIds: [] });
    expect(await findCustomer(connection, 61)).toBeUndefined();
  });

  test('a search in a segment finds its members only', async () => {
    const { customers } = await searchCustomers(connection, 'ann', segmentId);
    expect(customers.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test('members are told from others', async () => {
    const shoppers = [...(await profileIds())].map(([customerId, profileId]) => ({
      customerId,
      profileId,
    }));
    const inside = await membersAmong(connection, segmentId, shoppers);
    const { members } = await sandbox.control.shoppers(storeHash);
    expect([...inside].toSorted()).toEqual(members[segmentId]?.toSorted());
  });
});

test('where include is heeded, a customer without a profile takes one request', async () => {
  await findCustomer(connection, 45);
  expect(await requestsSent(/./)).toBe(1);
});
