import { beforeEach, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { addShoppers } from './add-shoppers.ts';

const sandbox = sandboxForTests();
let connection: Connection;
let segmentId: string;

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
  await sandbox.control.setCustomers(storeHash, { count: 300 });
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
  await sandbox.control.setMembers(storeHash, segmentId, 2);
});

const add = (...customerIds: number[]) => addShoppers(connection, { segmentId, customerIds });

test('each customer has an outcome, in the order asked for', async () => {
  const outcomes = await add(300, 1, 999, 40);
  const { members, profiles } = await sandbox.control.shoppers(storeHash);
  const profileOf = (id: number) => profiles.find(({ customer_id }) => customer_id === id)?.id;
  const named = { name: expect.any(String), email: expect.stringContaining('@') };
  expect(outcomes).toEqual([
    { customerId: 300, ...named, status: 'added', profileId: profileOf(300) },
    { customerId: 1, ...named, status: 'already-in', profileId: profileOf(1) },
    {
      customerId: 999,
      name: '',
      email: '',
      status: 'failed',
      failure: { code: 'not-found', message: expect.any(String) },
    },
    { customerId: 40, ...named, status: 'added', profileId: profileOf(40) },
  ]);
  expect(outcomes[0]?.name).not.toBe('');
  expect(members[segmentId]).toHaveLength(4);
});

test('250 customers without profiles take 13 requests', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => index + 51);
  const outcomes = await add(...ids);
  expect(outcomes.every(({ status }) => status === 'added')).toBe(true);
  expect(await sandbox.control.log()).toHaveLength(13);
});

test('a customer whose id is given twice is added once', async () => {
  expect((await add(7, 7)).map(({ status }) => status)).toEqual(['added', 'added']);
  expect((await sandbox.control.shoppers(storeHash)).members[segmentId]).toHaveLength(3);
  const posts = (await sandbox.control.log()).filter(({ method }) => method === 'POST');
  expect(posts.map(({ body }) => (Array.isArray(body) ? body.length : 0))).toEqual([1, 1]);
});

test('a customer that is already in takes no write', async () => {
  expect((await add(1, 2)).map(({ status }) => status)).toEqual(['already-in', 'already-in']);
  expect((await sandbox.control.log()).map(({ method }) => method)).toEqual(['GET']);
});
