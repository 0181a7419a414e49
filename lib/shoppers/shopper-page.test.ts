import { beforeEach, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { readShopperPage } from './shopper-page.ts';

const sandbox = sandboxForTests();
let connection: Connection;
let segmentId: string;

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
  await sandbox.control.setCustomers(storeHash, { count: 120, profiles: true });
  await sandbox.control.setMembers(storeHash, segmentId, 120);
  await sandbox.control.clearLog();
});

test('a page has fifty shoppers with their customer records, in two requests', async () => {
  const { shoppers, ...rest } = await readShopperPage(connection, segmentId, 3);
  expect(rest).toEqual({ total: 120, page: 3, pages: 3, size: 50 });
  expect(shoppers.map(({ customerId }) => customerId)).toEqual(
    Array.from({ length: 20 }, (_, index) => 101 + index),
  );
  for (const { customer, customerId, profileId } of shoppers) {
    expect(customer).toMatchObject({ id: customerId, profileId, segmentIds: [segmentId] });
  }
  expect(await sandbox.control.log()).toHaveLength(2);
});

test.each(['clamp', '413', '422'] as const)(
  'where pages have 20 shoppers at most (%s), every shopper is on one',
  async (overLimit) => {
    await sandbox.control.set({ maxLimit: 20, overLimit });
    const last = await readShopperPage(connection, segmentId, 6);
    expect(last).toMatchObject({ total: 120, pages: 6, size: 20 });
    expect(last.shoppers.at(-1)?.customerId).toBe(120);
  },
);

test('a shopper whose customer record is gone stays in the list, and can be removed there', async () => {
  await sandbox.control.deleteCustomer(storeHash, 2);
  const { shoppers } = await readShopperPage(connection, segmentId, 1);
  expect(shoppers[1]).toMatchObject({ customerId: 2, customer: null });
  expect(shoppers[0]?.customer).not.toBeNull();
});

test('a shopper without a customer number is a row of its own, between the others', async () => {
  const expected = (await readShopperPage(connection, segmentId, 1)).shoppers;
  await sandbox.control.set({ firstLacks: ['customer_id'] });
  const { shoppers, total } = await readShopperPage(connection, segmentId, 1);
  expect(shoppers[0]).toEqual({ ...expected[0], customerId: 0, customer: null });
  expect(shoppers.slice(1)).toEqual(expected.slice(1));
  expect(total).toBe(120);
});

test('records without an id are left out', async () => {
  const expected = (await readShopperPage(connection, segmentId, 1)).shoppers;
  await sandbox.control.set({ firstLacks: ['id'] });
  const { shoppers } = await readShopperPage(connection, segmentId, 1);
  // The list of customers lacks one as well: the second shopper's, who is first in it.
  expect(shoppers).toEqual([{ ...expected[1], customer: null }, ...expected.slice(2)]);
});

test('an empty segment has one empty page, and needs a request to see that it exists', async () => {
  await sandbox.control.setMembers(storeHash, segmentId, 0);
  const page = await readShopperPage(connection, segmentId, 1);
  expect(page).toEqual({ shoppers: [], total: 0, page: 1, pages: 1, size: 50 });
  expect(await sandbox.control.log()).toHaveLength(2);
});

test.each(['404', 'empty'] as const)(
  'a segment that is gone is an error (%s)',
  async (goneMembers) => {
    await sandbox.control.set({ goneMembers });
    const reading = readShopperPage(connection, '00000000-0000-4000-8000-000000000000', 1);
    await expect(reading).rejects.toMatchObject({ kind: 'not-found' });
  },
);
