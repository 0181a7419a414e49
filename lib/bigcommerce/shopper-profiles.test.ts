import { beforeEach, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from './client/connection.ts';
import { StoreRegistry } from './client/store-state.ts';
import { createShopperProfiles } from './shopper-profiles.ts';

const sandbox = sandboxForTests();
let connection: Connection;

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0, leastPauseMs: 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
  await sandbox.control.setCustomers(storeHash, { count: 120 });
});

const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function profiles(): Promise<Map<number, string>> {
  const { profiles } = await sandbox.control.shoppers(storeHash);
  return new Map(profiles.map(({ customer_id, id }) => [customer_id, id]));
}

async function posts() {
  return (await sandbox.control.log()).filter(({ method }) => method === 'POST');
}

const sizes = async () =>
  (await posts()).map(({ body }) => (Array.isArray(body) ? body.length : undefined));

test('profiles are made fifty at a time, in the order of the customers', async () => {
  const outcomes = await createShopperProfiles(connection, ids(120));
  const made = await profiles();
  expect(outcomes).toEqual(ids(120).map((id) => ({ status: 'created', profileId: made.get(id) })));
  expect(await sizes()).toEqual([50, 50, 20]);
});

test('a store that refuses fifty gets ten at a time', async () => {
  await sandbox.control.set({ shopperProfileBatch: 10 });
  const first = await createShopperProfiles(connection, ids(50));
  expect(first.every(({ status }) => status === 'created')).toBe(true);
  await sandbox.control.clearLog();
  await createShopperProfiles(connection, ids(120).slice(50));
  expect(await sizes()).toEqual(Array(7).fill(10));
});

test('a profile that was made meanwhile counts as created', async () => {
  await createShopperProfiles(connection, [3, 30]);
  const theirs = await profiles();
  await sandbox.control.clearLog();
  const outcomes = await createShopperProfiles(connection, ids(50));
  expect(outcomes[2]).toEqual({ status: 'created', profileId: theirs.get(3) });
  expect(outcomes[29]).toEqual({ status: 'created', profileId: theirs.get(30) });
  expect(outcomes.every(({ status }) => status === 'created')).toBe(true);
  expect((await posts()).map(({ status }) => status)).toEqual([409, 201, 201]);
});

test('a customer that is gone fails alone as not found', async () => {
  await sandbox.control.deleteCustomer(storeHash, 7);
  const outcomes = await createShopperProfiles(connection, ids(50));
  expect(outcomes[6]).toMatchObject({ status: 'failed', error: { kind: 'not-found' } });
  expect(outcomes.filter(({ status }) => status === 'created')).toHaveLength(49);
});
