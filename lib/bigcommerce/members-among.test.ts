import { beforeEach, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from './client/connection.ts';
import { StoreRegistry } from './client/store-state.ts';
import { customersByIds } from './customers.ts';
import type { Membership } from './members-among.ts';
import { membersAmong } from './members-among.ts';

const sandbox = sandboxForTests();
const nothing = '00000000-0000-4000-8000-000000000000';
let connection: Connection;
let segmentId: string;
let all: Membership[];

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0, leastPauseMs: 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
  await sandbox.control.setCustomers(storeHash, { count: 400, profiles: true });
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
  await sandbox.control.setMembers(storeHash, segmentId, 300);
  const ids = Array.from({ length: 400 }, (_, index) => index + 1);
  const customers = await customersByIds(connection, ids);
  all = [...customers.values()].map(({ id, profileId }) => ({
    customerId: id,
    profileId: profileId ?? '',
  }));
  await sandbox.control.clearLog();
});

const idsOf = (shoppers: readonly Membership[]) =>
  new Set(shoppers.map(({ profileId }) => profileId));

test('a hundred shoppers are looked up in one request, whatever the size of the segment', async () => {
  const asked = all.slice(250, 350);
  expect(await membersAmong(connection, segmentId, asked)).toEqual(idsOf(all.slice(250, 300)));
  expect(await sandbox.control.log()).toHaveLength(1);
});

test('a shopper whose customer has been deleted is looked up by shopper profile', async () => {
  await sandbox.control.deleteCustomer(storeHash, 1);
  await sandbox.control.deleteCustomer(storeHash, 350);
  const asked = all.filter(({ customerId }) => [1, 2, 350].includes(customerId));
  expect(await membersAmong(connection, segmentId, asked)).toEqual(idsOf(all.slice(0, 2)));
});

test('a segment that is gone has no members', async () => {
  await sandbox.control.deleteCustomer(storeHash, 1);
  expect(await membersAmong(connection, nothing, all.slice(0, 3))).toEqual(new Set());
});

test('an error is thrown if the customers cannot be read', async () => {
  await sandbox.control.addFault({ path: 'customers', fault: '403' });
  const reading = membersAmong(connection, segmentId, all.slice(0, 3));
  await expect(reading).rejects.toMatchObject({ kind: 'forbidden' });
});
