import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const cursors = z.object({ end_cursor: z.string(), start_cursor: z.string() }).partial();
const found = z.object({
  data: z.array(
    z.looseObject({
      id: z.number(),
      email: z.string(),
      first_name: z.string(),
      last_name: z.string(),
      company: z.string(),
      customer_group_id: z.number(),
      date_created: z.string(),
    }),
  ),
  meta: z.object({
    pagination: z.object({ total: z.number() }).optional(),
    cursor_pagination: cursors.optional(),
  }),
});

let api: StoreApi;
beforeEach(async () => {
  api = await sandbox.api(auroraHash);
});

async function find(query: string) {
  return found.parse(await (await api('GET', `/v3/customers?${query}`)).json());
}

describe('filters', () => {
  test('by id, group and company', async () => {
    expect((await find('id:in=3,1')).data.map(({ id }) => id)).toEqual([1, 3]);
    const inGroup = await find('customer_group_id:in=2&limit=250');
    expect(new Set(inGroup.data.map((customer) => customer.customer_group_id))).toEqual(
      new Set([2]),
    );
    const guides = await find('company:in=North Ridge Guides,Lakeside Lodge');
    expect(new Set(guides.data.map(({ company }) => company))).toEqual(
      new Set(['North Ridge Guides', 'Lakeside Lodge']),
    );
  });

  test('by part of the name', async () => {
    const { data } = await find('name:like=hannah o');
    expect(data.length).toBeGreaterThan(0);
    expect(data.every((c) => `${c.first_name} ${c.last_name}`.startsWith('Hannah O'))).toBe(true);
  });

  test('by email, where a plus must be percent-encoded', async () => {
    const { data } = await find('limit=250');
    const email = data.find((customer) => customer.email.includes('+'))?.email ?? '';
    expect((await find(`email:in=${encodeURIComponent(email)}`)).data).toHaveLength(1);
    expect((await find(`email:in=${email}`)).data).toHaveLength(0);
  });

  test('by date of registration', async () => {
    const { data } = await find('date_created:min=2023-01-01&date_created:max=2023-02-01T00:00:00');
    expect(data.length).toBeGreaterThan(0);
    expect(data.every((c) => c.date_created.startsWith('2023-01'))).toBe(true);
  });

  test.each(['id:in=x', 'date_created:min=never', 'include=secrets'])(
    '%s is refused',
    async (query) => {
      expect((await api('GET', `/v3/customers?${query}`)).status).toBe(422);
    },
  );

  test.each(['phone:in=555-0100', 'date_created=2023-01-01', 'sort=last_name:asc', 'id=1'])(
    '%s is not overlooked',
    async (query) => {
      expect((await api('GET', `/v3/customers?${query}`)).status).toBe(501);
    },
  );
});

describe('include', () => {
  test('adds the shopper profile and the segments', async () => {
    const { profiles, members } = await sandbox.control.shoppers(auroraHash);
    const [profile] = profiles;
    const { data } = await find(
      `id:in=${profile?.customer_id}&include=shopper_profile_id,segment_ids`,
    );
    const inSegments = Object.entries(members).filter(([, ids]) => ids.includes(profile?.id ?? ''));
    expect(data[0]).toMatchObject({
      shopper_profile_id: profile?.id,
      segment_ids: inSegments.map(([id]) => id),
    });
  });

  test('is required for these fields', async () => {
    expect((await find('id:in=1')).data[0]).not.toHaveProperty('segment_ids');
  });
});

describe('paging', () => {
  test('by number has cursors on the first page only', async () => {
    const first = await find('limit=250');
    expect(first.meta).toMatchObject({ pagination: { total: 2_000 }, cursor_pagination: {} });
    expect((await find('limit=250&page=2')).meta.cursor_pagination).toBeUndefined();
  });

  test('by cursor goes forward and back', async () => {
    const first = await find('limit=3');
    const second = await find(`limit=3&after=${first.meta.cursor_pagination?.end_cursor}`);
    expect(second.data.map(({ id }) => id)).toEqual([4, 5, 6]);
    expect(second.meta.pagination).toBeUndefined();
    const back = await find(`limit=3&before=${second.meta.cursor_pagination?.start_cursor}`);
    expect(back.data.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('with an invalid cursor is refused', async () => {
    expect((await api('GET', '/v3/customers?after=abc')).status).toBe(422);
  });
});

test('customer groups are a plain list, or 204 if there are none', async () => {
  const groups = await api('GET', '/v2/customer_groups');
  expect(await groups.json()).toMatchObject([{ id: 1, name: 'Retail' }, {}, {}, {}, {}]);
  const bramble = await sandbox.api(brambleHash);
  expect((await bramble('GET', '/v2/customer_groups')).status).toBe(204);
});
