import { expect, test } from 'vitest';
import { customerListing } from '../customers.ts';
import { fitsInQuery, pathOf } from './path.ts';

test('lists go into one value with plain commas, everything else is escaped', () => {
  const query = { 'id:in': ['a', 'b'], 'name:like': 'A+B & C, D', page: 2, limit: undefined };
  expect(pathOf({ route: '/v3/customers', query })).toBe(
    '/v3/customers?id:in=a,b&name:like=A%2BB%20%26%20C%2C%20D&page=2',
  );
});

test('a parameter fills its place', () => {
  const route = '/v3/segments/{segmentId}/shopper-profiles';
  expect(pathOf({ route, params: { segmentId: 'a-1' } })).toBe('/v3/segments/a-1/shopper-profiles');
});

test.each(['', '..', 'a/b', 'a?b', '%2e%2e'])('%j cannot lead elsewhere', (segmentId) => {
  expect(() => pathOf({ route: '/v3/segments/{segmentId}', params: { segmentId } })).toThrow();
});

test('what fits in a query keeps the address of a search under 1,900 characters', () => {
  const texts = ['a', 'é', '語', '👍', '%'].flatMap((text) =>
    Array.from({ length: 1_600 }, (_, count) => text.repeat(count)),
  );
  const addresses = texts.filter(fitsInQuery).map((text) => {
    const listing = customerListing({ 'name:like': text, page: 2_000, limit: 250 });
    return `https://api.bigcommerce.com/stores/${'a'.repeat(32)}${pathOf(listing)}`;
  });
  const longest = Math.max(...addresses.map(({ length }) => length));
  expect(longest).toBeLessThan(1_900);
  expect(longest).toBeGreaterThan(1_600);
  expect(fitsInQuery('\udc00')).toBe(false);
});
