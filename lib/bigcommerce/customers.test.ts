import { describe, expect, test } from 'vitest';
import { startTestApi } from '../testing/test-api.ts';
import { findCustomer } from './customer-memberships.ts';
import { customersByIds, findCustomers } from './customers.ts';

const api = startTestApi();

function serve(data: object[]) {
  const pagination = { total: data.length, per_page: 250, total_pages: 1 };
  api.handle(() => ({ body: { data, meta: { pagination } } }));
}

const plain = { id: 7, date_created: '2024-05-01T10:00:00Z' };

describe('a customer', () => {
  test('has the names and types that this app uses', async () => {
    serve([
      {
        ...plain,
        first_name: 'Ann',
        last_name: 'Lee',
        email: 'ann@example.com',
        company: 'Lodge',
        customer_group_id: 3,
        shopper_profile_id: 'ABCD',
        segment_ids: ['EF'],
        phone: 'new fields are no concern',
      },
    ]);
    expect(await findCustomer(api.connect().connection, 7)).toEqual({
      id: 7,
      name: 'Ann Lee',
      email: 'ann@example.com',
      company: 'Lodge',
      groupId: 3,
      createdAt: '2024-05-01T10:00:00Z',
      profileId: 'abcd',
      segmentIds: ['ef'],
    });
    expect(api.seen[0]?.url).toContain('include=shopper_profile_id,segment_ids');
  });

  test.each([
    [{ first_name: '', last_name: 'Lee', customer_group_id: 0 }, 'Lee'],
    [{ first_name: null, last_name: null, shopper_profile_id: null, segment_ids: null }, ''],
    [{}, ''],
    [{ date_created: null }, ''],
    [{ date_created: undefined }, ''],
    [{ first_name: 7, email: false, company: [], segment_ids: 'x', customer_group_id: '3' }, ''],
  ])('may lack almost everything: %j', async (record, name) => {
    serve([{ ...plain, ...record }]);
    expect((await customersByIds(api.connect().connection, [7])).get(7)).toMatchObject({
      name,
      groupId: null,
      profileId: null,
      segmentIds: [],
    });
  });

  test('that does not exist is undefined', async () => {
    serve([]);
    expect(await findCustomer(api.connect().connection, 7)).toBeUndefined();
  });
});

test('each of many ids is sent once, in URLs of less than 1,900 characters', async () => {
  serve([]);
  const ids = Array.from({ length: 250 }, (_, index) => 1_000_000_000 + index);
  await customersByIds(api.connect().connection, [...ids, ...ids]);
  const asked = api.seen.flatMap(({ url }) => /id:in=([\d,]+)/.exec(url)?.[1]?.split(',') ?? []);
  expect(asked.map(Number).toSorted((a, b) => a - b)).toEqual(ids);
  for (const { url } of api.seen) {
    expect(`https://api.bigcommerce.com${url}`.length).toBeLessThan(1_900);
  }
});

test('a plus in an email address is not sent as a space', async () => {
  serve([]);
  await findCustomers(api.connect().connection, { 'email:in': 'ann+shop@example.com' }, 1, 50);
  expect(api.seen[0]?.url).toContain('email:in=ann%2Bshop%40example.com');
});
