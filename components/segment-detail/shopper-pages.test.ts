import { expect, test } from 'vitest';
import { isShoppersPage, pagePath, pagesNear } from './shopper-pages.ts';

test('few pages are kept: those near the one on the screen, and none of another segment', () => {
  const kept = new Set(pagesNear('one', 1_000));
  expect(kept.size).toBeLessThan(10);
  for (const page of [999, 1_000, 1_001]) expect(kept).toContain(pagePath('one', page));
  expect(kept).not.toContain(pagePath('two', 1_000));
  expect([...kept].every(isShoppersPage)).toBe(true);
});

test('pages of any segment are dropped, and nothing else', () => {
  expect(isShoppersPage(pagePath('two', 1))).toBe(true);
  for (const path of ['/api/segments', '/api/segments/one', '/api/customers?x=1']) {
    expect(isShoppersPage(path)).toBe(false);
  }
});
