import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { auroraHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests, storeApi } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { addMatching } from './add-matching.ts';
import { countMatching } from './count-matching.ts';
import { dayIn } from './store-days.ts';

const sandbox = sandboxForTests();
const page = z.object({ data: z.array(z.object({ id: z.number(), date_created: z.string() })) });
let connection: Connection;
let segmentId: string;
let customers: z.output<typeof page>['data'];

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
  await sandbox.control.setMembers(storeHash, segmentId, 0);
  const registry = new StoreRegistry({ random: () => 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
  const api = storeApi(sandbox.url, storeHash, accessToken);
  const month = '/v3/customers?date_created:min=2023-02-25&date_created:max=2023-04-05&limit=250';
  customers = page.parse(await (await api('GET', month)).json()).data;
});

async function customersInside(): Promise<number[]> {
  const { members, profiles } = await sandbox.control.shoppers(storeHash);
  const inside = new Set(members[segmentId]);
  const ids = profiles.filter(({ id }) => inside.has(id)).map((profile) => profile.customer_id);
  return ids.toSorted((a, b) => a - b);
}

const zones = ['America/Los_Angeles', 'Australia/Sydney', 'UTC'];

describe.each(zones)('in %s', (timeZone) => {
  const filter = { type: 'created', from: '2023-03-02', to: '2023-03-31' } as const;
  const shown = () =>
    customers
      .map(({ id, date_created }) => ({ id, day: dayIn(timeZone)(Date.parse(date_created)) }))
      .filter(({ day }) => filter.from <= day && day <= filter.to)
      .map(({ id }) => id);

  test('those whose day the table shows as one from the first to the last are counted and added', async () => {
    expect(await countMatching(connection, { filter, timeZone })).toBe(shown().length);
    await addMatching(connection, { segmentId, filter, timeZone, offset: 0 });
    expect(await customersInside()).toEqual(shown());
  });

  test('the same are added if BigCommerce takes times for those of the store', async () => {
    await sandbox.control.set({ filterTimes: 'local' });
    await addMatching(connection, { segmentId, filter, timeZone, offset: 0 });
    expect(await customersInside()).toEqual(shown());
  });
});
