import { expect, test } from 'vitest';
import { defaultView, parseView, serializeView, type View } from './view.ts';

test('an address without a query gives the default view', () => {
  expect(parseView({})).toEqual(defaultView);
  expect(serializeView(defaultView)).toBe('');
});

test('a view read from its own query is the same', () => {
  const view: View = { search: 'vip & "más" + 50%', sort: '-updated', page: 3, limit: 50 };
  const query = Object.fromEntries(new URLSearchParams(serializeView(view)));
  expect(parseView(query)).toEqual(view);
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
  expect(parseView(query)).toEqual(defaultView);
});

test('the first of a repeated parameter counts', () => {
  expect(parseView({ search: ['a', 'b'], page: ['2', '9'] })).toEqual({
    ...defaultView,
    search: 'a',
    page: 2,
  });
});

test('other parameters are left out', () => {
  expect(serializeView(parseView({ launch: 'code', search: 'a' }))).toBe('?search=a');
});
