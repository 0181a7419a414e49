import { expect, test } from 'vitest';
import { forgetFarPages, keptPages, pagePath } from './shopper-pages.ts';

const elsewhere = pagePath('two', 1);
const others = ['/api/segments', '/api/segments/one', '/api/customers?x=1'];

test('only the pages near the last one stay in the cache', () => {
  const cache = new Map(others.map((key) => [key, {}]));
  for (let page = 1; page <= 1_000; page += 1) {
    cache.set(pagePath('one', page), {});
    cache.set(pagePath('one', page + 1), {});
    forgetFarPages(cache, 'one', page);
  }
  expect(keptPages(cache)).toEqual(
    [997, 998, 999, 1_000, 1_001].map((page) => pagePath('one', page)),
  );
  expect([...cache.keys()]).toEqual(expect.arrayContaining(others));
});

test('the pages of another segment are dropped, too', () => {
  const cache = new Map([elsewhere, pagePath('one', 1)].map((key) => [key, {}]));
  forgetFarPages(cache, 'one', 1);
  expect([...cache.keys()]).toEqual([pagePath('one', 1)]);
});
