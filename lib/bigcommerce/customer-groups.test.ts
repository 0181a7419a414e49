import { expect, test } from 'vitest';
import { startTestApi } from '../testing/test-api.ts';
import { listCustomerGroups } from './customer-groups.ts';

const api = startTestApi();
const groups = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, name: `G${from + index}` }));

test('an answer without content is an empty list', async () => {
  api.handle(() => ({ status: 204 }));
  expect(await listCustomerGroups(api.connect().connection)).toEqual([]);
  expect(api.seen).toHaveLength(1);
});

test('a list without a total is read until a page is not full', async () => {
  api.handle(({ url }) => ({ body: url.includes('page=1&') ? groups(1, 250) : groups(251, 20) }));
  expect(await listCustomerGroups(api.connect().connection)).toEqual(groups(1, 270));
  expect(api.seen).toHaveLength(2);
});

test('a list that is full to the last page ends with no content', async () => {
  api.handle(({ url }) => (url.includes('page=1&') ? { body: groups(1, 250) } : { status: 204 }));
  expect(await listCustomerGroups(api.connect().connection)).toHaveLength(250);
});

test('a page that is no list is an error', async () => {
  api.handle(() => ({ body: { data: [] } }));
  await expect(listCustomerGroups(api.connect().connection)).rejects.toMatchObject({
    kind: 'unexpected',
  });
});
