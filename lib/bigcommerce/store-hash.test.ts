import { expect, test } from 'vitest';
import { isStoreHash, parseStoreContext, storeContext } from './store-hash.ts';

test('the store hash is read from a context', () => {
  expect(parseStoreContext(storeContext('abc123'))).toBe('abc123');
});

test.each(['', 'ABC', 'a/b', 'a b', '../a', 'é', 'abc\n', 'a'.repeat(33)])(
  '%j is no store hash',
  (text) => {
    expect(isStoreHash(text)).toBe(false);
    expect(parseStoreContext(`stores/${text}`)).toBeUndefined();
  },
);

test.each(['abc', '/stores/abc', 'stores', 'store/abc'])('%j is refused as a context', (text) => {
  expect(parseStoreContext(text)).toBeUndefined();
});
