import { expect, test } from 'vitest';
import { parseChecklistView, serializeChecklistView } from './checklist-view.ts';

test('a view read from its own query is the same', () => {
  const view = { search: 'big & bold', show: 'in', page: 3 } as const;
  const query = Object.fromEntries(new URLSearchParams(serializeChecklistView(view)));
  expect(parseChecklistView(query)).toEqual(view);
});

test('default values are left out of the query', () => {
  expect(serializeChecklistView({ search: '', show: 'all', page: 1 })).toBe('');
});

test.each([
  [{ page: '0', show: 'out' }],
  [{ page: '-1' }],
  [{ page: '1.5' }],
  [{ page: ['x', '2'], show: ['all', 'in'] }],
])('%o is the default', (params) => {
  expect(parseChecklistView(params)).toEqual({ search: '', show: 'all', page: 1 });
});
