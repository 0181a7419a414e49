import { beforeEach, describe, expect, test } from 'vitest';
import { startTestApi } from '../testing/test-api.ts';
import { searchCustomers } from './find-customers.ts';

const api = startTestApi();
const segmentId = '00000000-0000-4000-8000-000000000001';

interface Found {
  id: number;
  email?: string;
  isMember?: boolean;
}

let byName: Found[];
let byEmail: Found[];

beforeEach(() => {
  [byName, byEmail] = [[], []];
  api.handle(({ url }) => {
    const query = new URL(url, api.url).searchParams;
    const found = query.has('email:in') ? byEmail : byName;
    const [page, limit] = [Number(query.get('page')), Number(query.get('limit'))];
    const data = found.slice((page - 1) * limit, page * limit).map(({ id, email, isMember }) => ({
      id,
      email,
      date_created: '2024-05-01T10:00:00Z',
      segment_ids: isMember ? [segmentId] : [],
    }));
    const pages = Math.ceil(found.length / limit);
    return {
      body: {
        data,
        meta: { pagination: { total: found.length, per_page: limit, total_pages: pages } },
      },
    };
  });
});

const people = (count: number, isMember = (_: number) => false) =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, isMember: isMember(index + 1) }));

async function search(text: string, segment?: string) {
  const { customers, more } = await searchCustomers(api.connect().connection, text, segment);
  return { ids: customers.map(({ id }) => id), more };
}

describe('in the whole store', () => {
  test('a search by name returns fifty, and whether there are more', async () => {
    byName = people(50);
    expect(await search('ann')).toEqual({ ids: byName.map(({ id }) => id), more: false });
    byName = people(51);
    expect(await search('ann')).toMatchObject({ ids: { length: 50 }, more: true });
    for (const { url } of api.seen) expect(url).not.toContain('email:in');
  });

  test('the customer with that email address comes first, and no customer comes twice', async () => {
    byEmail = [{ id: 9, email: 'ann+shop@example.com' }];
    byName = [{ id: 3 }, { id: 9 }];
    expect(await search('ann+shop@example.com')).toEqual({ ids: [9, 3], more: false });
    expect(api.seen.map(({ url }) => url).join()).toContain('email:in=ann%2Bshop%40example.com');
  });

  test('an email address is asked for as it was typed and in lower case', async () => {
    byEmail = [{ id: 9, email: 'ann@example.com' }];
    expect(await search('Ann@Example.com')).toEqual({ ids: [9], more: false });
    expect(api.seen.map(({ url }) => url).join()).toContain(
      'email:in=Ann%40Example.com,ann%40example.com&',
    );
  });

  test('a customer with another address is not taken for the one with that address', async () => {
    byEmail = people(60).map((one) => ({ ...one, email: `person${one.id}@example.com` }));
    expect(await search('person7@example.com')).toEqual({ ids: [7], more: false });
  });
});

describe('in one segment', () => {
  test('a search reads all pages of matches', async () => {
    byName = people(700, (id) => id % 300 === 0);
    expect(await search('ann', segmentId)).toEqual({ ids: [300, 600], more: false });
    expect(api.seen).toHaveLength(3);
  });

  test('a search stops when it has enough to show', async () => {
    byName = people(2_000, () => true);
    expect(await search('ann', segmentId)).toMatchObject({ ids: { length: 50 }, more: true });
    expect(api.seen).toHaveLength(1);
  });

  test('a search stops after 2,500 matches and reports that there may be more', async () => {
    byName = people(3_000, (id) => id === 2_400 || id === 2_900);
    expect(await search('ann', segmentId)).toEqual({ ids: [2_400], more: true });
    expect(api.seen).toHaveLength(10);
  });
});
