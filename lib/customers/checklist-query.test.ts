import { expect, test } from 'vitest';
import { parseChecklistQuery, serializeChecklistQuery } from './checklist-query.ts';

test('a query read from the address that it makes is the same', () => {
  const value = { search: 'big & bold', show: 'in', page: 3 } as const;
  const query = Object.fromEntries(new URLSearchParams(serializeChecklistQuery(value)));
  expect(parseChecklistQuery(query)).toEqual(value);
});

test('default values are left out of the query', () => {
  expect(serializeChecklistQuery({ search: '', show: 'all', page: 1 })).toBe('');
});

test.each([
  [{ page: '0', show: 'out' }],
  [{ page: '-1' }],
  [{ page: '1.5' }],
  [{ page: ['x', '2'], show: ['all', 'in'] }],
])('%o is the default', (params) => {
  expect(parseChecklistQuery(params)).toEqual({ search: '', show: 'all', page: 1 });
});
