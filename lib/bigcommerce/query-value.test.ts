import { expect, test } from 'vitest';
import { pathOf } from './client/path.ts';
import { customerCollection } from './customers.ts';
import { fitsInQuery } from './query-value.ts';

test('a value that fits in a query keeps the address of a search under 1,900 characters', () => {
  const texts = ['a', 'é', '語', '👍', '%'].flatMap((text) =>
    Array.from({ length: 1_600 }, (_, count) => text.repeat(count)),
  );
  const addresses = texts.filter(fitsInQuery).map((text) => {
    const collection = customerCollection({ 'name:like': text, page: 2_000, limit: 250 });
    return `https://api.bigcommerce.com/stores/${'a'.repeat(32)}${pathOf(collection)}`;
  });
  const longest = Math.max(...addresses.map(({ length }) => length));
  expect(longest).toBeLessThan(1_900);
  expect(longest).toBeGreaterThan(1_600);
  expect(fitsInQuery('\udc00')).toBe(false);
});
