import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { auroraHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests, storeApi } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { addMatching } from './add-matching.ts';
import { countMatching } from './count-matching.ts';
import type { CustomerFilter } from './customer-filter.ts';

const sandbox = sandboxForTests();
const page = z.object({ data: z.array(z.object({ id: z.number() })) });
const cases: { name: string; filter: CustomerFilter; query: string }[] = [
  {
    name: 'a group',
    filter: { type: 'group', groupId: 2 },
    query: 'customer_group_id:in=2',
  },
  {
    name: 'a company',
    filter: { type: 'company', company: 'Lakeside Lodge' },
    query: 'company:in=Lakeside%20Lodge',
  },
  {
    name: 'a month',
    filter: { type: 'created', from: '2023-03-01', to: '2023-03-31' },
    query: 'date_created:min=2023-03-01&date_created:max=2023-03-31T23:59:59',
  },
  {
    name: 'one day',
    filter: { type: 'created', from: '2023-03-02', to: '2023-03-02' },
    query: 'date_created:min=2023-03-02&date_created:max=2023-03-02T23:59:59',
  },
  {
    name: 'the first customers of the store',
    filter: { type: 'created', from: '2020-01-01', to: '2021-03-09' },
    query: 'date_created:max=2021-03-09T23:59:59',
  },
];
const ignored = ['customer_group_id:in', 'company:in', 'date_created:min', 'date_created:max'];

let connection: Connection;
let accessToken: string;
let segmentId: string;

beforeEach(async () => {
  accessToken = await sandbox.control.install(storeHash);
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
  await sandbox.control.setMembers(storeHash, segmentId, 0);
  const registry = new StoreRegistry({ random: () => 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
});

/** The ids of the customers that the stand-in finds while it heeds every filter. */
async function found(query: string): Promise<number[]> {
  const api = storeApi(sandbox.url, storeHash, accessToken);
  const answers = [1, 2, 3].map((number) =>
    api('GET', `/v3/customers?${query}&limit=250&page=${number}`),
  );
  const pages = await Promise.all(answers.map(async (answer) => (await answer).json()));
  return pages.flatMap((body) => page.parse(body).data.map(({ id }) => id));
}

async function customersInside(): Promise<number[]> {
  const { members, profiles } = await sandbox.control.shoppers(storeHash);
  const inside = new Set(members[segmentId]);
  const ids = profiles.filter(({ id }) => inside.has(id)).map((profile) => profile.customer_id);
  return ids.toSorted((a, b) => a - b);
}

describe.each([
  { store: 'that heeds every filter', settings: {} },
  { store: 'that ignores every filter', settings: { ignoredFilters: ignored } },
  { store: 'that grants pages of 40', settings: { ignoredFilters: ignored, maxLimit: 40 } },
])('in a store $store', ({ settings }) => {
  test.each(cases)(
    'only the customers of $name are counted and added',
    async ({ filter, query }) => {
      const expected = await found(query);
      expect(expected.length).toBeGreaterThan(0);
      await sandbox.control.set(settings);
      expect(await countMatching(connection, { filter, timeZone: 'UTC' })).toBe(expected.length);
      const step = await addMatching(connection, { segmentId, filter, timeZone: 'UTC', offset: 0 });
      expect(step).toMatchObject({ added: expected.length, notAdded: [], nextOffset: null });
      expect(await customersInside()).toEqual(expected);
    },
  );
});
