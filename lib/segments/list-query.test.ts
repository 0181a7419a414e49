import { expect, test } from 'vitest';
import {
  defaultListQuery,
  type ListQuery,
  parseListQuery,
  serializeListQuery,
} from './list-query.ts';

test('an address without a query gives the default query', () => {
  expect(parseListQuery({})).toEqual(defaultListQuery);
  expect(serializeListQuery(defaultListQuery)).toBe('');
});

test('a query read from the address that it makes is the same', () => {
  const value: ListQuery = { search: 'vip & "más" + 50%', sort: '-updated', page: 3, limit: 50 };
  const query = Object.fromEntries(new URLSearchParams(serializeListQuery(value)));
  expect(parseListQuery(query)).toEqual(value);
});

test.each([
  { page: '0' },
  { page: '-1' },
  { page: '1.5' },
  { page: 'x' },
  { page: '1e99' },
  { limit: '7' },
  { limit: '1000' },
  { sort: 'id' },
  { sort: '--name' },
])('%o makes no sense and becomes the default', (query) => {
  expect(parseListQuery(query)).toEqual(defaultListQuery);
});

test('the first of a repeated parameter counts', () => {
  expect(parseListQuery({ search: ['a', 'b'], page: ['2', '9'] })).toEqual({
    ...defaultListQuery,
    search: 'a',
    page: 2,
  });
});

test('other parameters are left out', () => {
  expect(serializeListQuery(parseListQuery({ launch: 'code', search: 'a' }))).toBe('?search=a');
});
