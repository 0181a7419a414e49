import { expect, test } from 'vitest';
import { launchPath } from './deep-link.ts';

const home = '/stores/abc/segments?launch=CODE';

test.each([undefined, '', '/', '/segments', '/segments/'])('%j opens the home screen', (url) => {
  expect(launchPath('abc', url, 'CODE')).toBe(home);
});

test('a link keeps the part of its query that the screen knows', () => {
  expect(launchPath('abc', '/segments?search=vip+club&x=1&launch=evil&token=t', 'CODE')).toBe(
    '/stores/abc/segments?search=vip+club&launch=CODE',
  );
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/segments\\..\\x',
  'https://evil.example/segments',
  'javascript:alert(1)',
  '/segments\r\nSet-Cookie: a=b',
  '/unknown',
  '/constructor',
  '/../api/session',
])('row 7: %j opens the home screen', (url) => {
  expect(launchPath('abc', url, 'CODE')).toBe(home);
});
