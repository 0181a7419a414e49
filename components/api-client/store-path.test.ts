import { expect, test } from 'vitest';
import { storePath } from './store-path.ts';

test.each([
  ['/api/segments', '/api/segments?store=abc'],
  ['/api/segments/1/shoppers?page=2', '/api/segments/1/shoppers?page=2&store=abc'],
])('%s is asked for as %s', (path, asked) => {
  expect(storePath(path, 'abc')).toBe(asked);
});
