import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const answered = z.object({
  data: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      customer: z.object({ segments: z.unknown().optional() }),
    }),
  ),
  meta: z.object({ pagination: z.looseObject({ total: z.number() }) }),
});

let api: StoreApi;
beforeEach(async () => {
  api = await sandbox.api(auroraHash);
});

async function list(query = '') {
  return answered.parse(await (await api('GET', `/v3/promotions${query}`)).json());
}

test('five of twelve promotions use segments, in every kind of condition', async () => {
  const { data } = await list();
  expect(data).toHaveLength(12);
  const conditions = data.flatMap(({ customer }) => customer.segments ?? []);
  expect(conditions).toHaveLength(5);
  const text = JSON.stringify(conditions);
  for (const node of ['id', 'and', 'or', 'not']) expect(text).toContain(`"${node}":`);
});

test('the segments in conditions exist', async () => {
  const text = JSON.stringify((await list()).data);
  const ids = text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
  const known = new Set((await sandbox.control.state(auroraHash)).segments.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.every((id) => known.has(id))).toBe(true);
});

test('promotions can be filtered, sorted and paged', async () => {
  expect((await list('?status=DISABLED')).meta.pagination.total).toBe(3);
  expect((await list('?redemption_type=coupon&query=back')).data).toMatchObject([
    { name: 'Welcome back' },
  ]);
  const { data, meta } = await list('?sort=name&direction=desc&limit=5&page=3');
  expect(data).toHaveLength(2);
  expect(meta.pagination).toMatchObject({ total: 12, links: { previous: '?page=2&limit=5' } });
});

test('coupons are found by their whole code or a part of it', async () => {
  const names = async (query: string) => (await list(query)).data.map(({ name }) => name);
  expect(await names('?code=ropes20')).toEqual(['Guides: 20% off ropes']);
  expect(await names('?code=ropes')).toEqual([]);
  expect(await names('?query=ropes2')).toEqual(['Guides: 20% off ropes']);
});

test('a filter by channel also finds promotions for all channels', async () => {
  const { data } = await list('?channels=2');
  const names = data.map(({ name }) => name);
  expect(names).toHaveLength(11);
  expect(names).not.toContain('Winter clearance');
  expect((await list('?channels=1,2')).data).toHaveLength(12);
});

test.each(['sort=secret', 'limit=251', 'page=0'])('%s is refused', async (query) => {
  const answer = await api('GET', `/v3/promotions?${query}`);
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ status: 422 }] }]);
});

test("the store information has the store's name and the address of its control panel", async () => {
  const store = z.looseObject({ name: z.string(), control_panel_base_url: z.url() });
  const { name, control_panel_base_url } = store.parse(
    await (await api('GET', '/v2/store')).json(),
  );
  expect(name).toBe('Aurora Outdoor');
  const page = await fetch(`${control_panel_base_url}/manage/customers`);
  expect([page.status, new URL(page.url).pathname]).toEqual([
    200,
    `/manage/${auroraHash}/customers`,
  ]);
});
