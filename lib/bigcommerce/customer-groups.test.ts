import { expect, test } from 'vitest';
import { type Reply, startTestApi } from '../testing/test-api.ts';
import { listCustomerGroups } from './customer-groups.ts';

const api = startTestApi();
const groups = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, name: `G${from + index}` }));

test('an answer without content is an empty list', async () => {
  api.handle(() => ({ status: 204 }));
  expect(await listCustomerGroups(api.connect().connection)).toEqual([]);
  expect(api.seen).toHaveLength(1);
});

test('a group without an id is left out', async () => {
  const odd = [{ name: 'No id' }, null];
  api.handle(() => ({ body: [...odd, ...groups(1, 3)] }));
  expect(await listCustomerGroups(api.connect().connection)).toEqual(groups(1, 3));
});

/** Serves `count` groups on pages of the granted size. */
function serve(count: number, granted: number, beyond: Reply = { status: 204 }) {
  api.handle(({ url }) => {
    const page = Number(new URL(url, api.url).searchParams.get('page'));
    const data = groups(1, count).slice((page - 1) * granted, page * granted);
    return data.length > 0 ? { body: data } : beyond;
  });
}

test.each([
  [9, 250, 1],
  [10, 250, 2],
  [270, 250, 3],
  [500, 250, 3],
  [120, 50, 4],
  [100, 50, 3],
])('%i groups on pages of %i take %i requests', async (count, granted, requests) => {
  serve(count, granted);
  expect(await listCustomerGroups(api.connect().connection)).toEqual(groups(1, count));
  expect(api.seen).toHaveLength(requests);
});

test.each([{ body: [] }, { status: 404 }, { status: 422 }])(
  'the list ends with the page for which BigCommerce answers %j',
  async (beyond) => {
    serve(100, 50, beyond);
    expect(await listCustomerGroups(api.connect().connection)).toHaveLength(100);
  },
);

test('a list that ignores the page number is read once more only', async () => {
  api.handle(() => ({ body: groups(1, 40) }));
  expect(await listCustomerGroups(api.connect().connection)).toEqual(groups(1, 40));
  expect(api.seen).toHaveLength(2);
});

test('a page that is no list is an error', async () => {
  api.handle(() => ({ body: { data: [] } }));
  await expect(listCustomerGroups(api.connect().connection)).rejects.toMatchObject({
    kind: 'unexpected',
  });
});
