import { expect, test } from 'vitest';
import { forgetFarPages, keptPages, pagePath } from './shopper-pages.ts';

const pages = { storeHash: 'abc', segmentId: 'one' };
const elsewhere = pagePath({ storeHash: 'abc', segmentId: 'two' }, 1);
const others = ['/api/segments?store=abc', '/api/segments/one?store=abc', '/api/customers?x=1'];

test('turning through a thousand pages keeps a handful', () => {
  const cache = new Map(others.map((key) => [key, {}]));
  for (let page = 1; page <= 1_000; page += 1) {
    cache.set(pagePath(pages, page), {});
    cache.set(pagePath(pages, page + 1), {});
    forgetFarPages(cache, pages, page);
  }
  expect(keptPages(cache)).toEqual(
    [997, 998, 999, 1_000, 1_001].map((page) => pagePath(pages, page)),
  );
  expect([...cache.keys()]).toEqual(expect.arrayContaining(others));
});

test('the pages of the segment looked at before go, too', () => {
  const cache = new Map([elsewhere, pagePath(pages, 1)].map((key) => [key, {}]));
  forgetFarPages(cache, pages, 1);
  expect([...cache.keys()]).toEqual([pagePath(pages, 1)]);
});
