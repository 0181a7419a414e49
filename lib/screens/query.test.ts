import { expect, test } from 'vitest';
import { parseChoice, parsePage, parseSearch, serializePage, serializeQuery } from './query.ts';

test.each([
  ['1', 1],
  ['9999999', 9_999_999],
  ['10000000', 1],
  ['0', 1],
  ['-1', 1],
  ['1.5', 1],
  ['1e3', 1],
  ['0x1f', 1],
  [' 2', 1],
  ['', 1],
  [undefined, 1],
  [['2', '3'], 2],
])('page=%j is page %d', (page, parsed) => {
  expect(parsePage({ page })).toBe(parsed);
});

test('a search is not changed, and the first of several counts', () => {
  expect(parseSearch({ search: ' a & b ' })).toBe(' a & b ');
  expect(parseSearch({ search: ['a', 'b'] })).toBe('a');
  expect(parseSearch({})).toBe('');
});

test('a choice is one of the allowed values, or the default', () => {
  expect(parseChoice({ limit: '25' }, 'limit', [10, 25], 10)).toBe(25);
  expect(parseChoice({ limit: '26' }, 'limit', [10, 25], 10)).toBe(10);
  expect(parseChoice({}, 'limit', [10, 25], 10)).toBe(10);
});

test('a query leaves out default values', () => {
  const defaults = { search: '', page: 1 };
  expect(serializeQuery({ search: 'a & b', page: 1 }, defaults)).toBe('?search=a+%26+b');
  expect(serializeQuery(defaults, defaults)).toBe('');
  expect(serializePage(1)).toBe('');
  expect(serializePage(2)).toBe('?page=2');
});
