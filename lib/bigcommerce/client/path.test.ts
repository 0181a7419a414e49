import { expect, test } from 'vitest';
import { pathOf } from './path.ts';

test('lists go into one value with plain commas, everything else is escaped', () => {
  const query = { 'id:in': ['a', 'b'], 'name:like': 'A+B & C, D', page: 2, limit: undefined };
  expect(pathOf({ route: '/v3/customers', query })).toBe(
    '/v3/customers?id:in=a,b&name:like=A%2BB%20%26%20C%2C%20D&page=2',
  );
});

test('a time keeps its colons', () => {
  const query = { 'date_created:min': '2024-02-29T23:59:59Z' };
  expect(pathOf({ route: '/v3/customers', query })).toBe(
    '/v3/customers?date_created:min=2024-02-29T23:59:59Z',
  );
});

test('a parameter replaces its placeholder', () => {
  const route = '/v3/segments/{segmentId}/shopper-profiles';
  expect(pathOf({ route, params: { segmentId: 'a-1' } })).toBe('/v3/segments/a-1/shopper-profiles');
});

test.each(['', '..', 'a/b', 'a?b', '%2e%2e'])(
  '%j is refused as a parameter, because it could change the path',
  (segmentId) => {
    expect(() => pathOf({ route: '/v3/segments/{segmentId}', params: { segmentId } })).toThrow();
  },
);
