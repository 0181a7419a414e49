import { expect, test } from 'vitest';
import { launchPath } from './deep-link.ts';

const home = '/stores/abc/segments?launch=CODE';

test.each([undefined, '', '/', '/segments', '/segments/'])('%j opens the home screen', (url) => {
  expect(launchPath('abc', url, 'CODE')).toBe(home);
});

test('a link keeps the parameters that its screen uses', () => {
  expect(launchPath('abc', '/segments?search=vip+club&x=1&launch=evil&token=t', 'CODE')).toBe(
    '/stores/abc/segments?search=vip+club&launch=CODE',
  );
});

test('a link to a segment keeps the page', () => {
  const path = '/segments/0a1b2c3d-1111-4222-8333-44445555abcd';
  expect(launchPath('abc', `${path}?page=3&search=x`, 'CODE')).toBe(
    `/stores/abc${path}?page=3&launch=CODE`,
  );
});

test.each([
  '/customers/1',
  '/customers/2147483647',
  '/segments/0b7f1e52-6f0a-4d5c-9d0e-1a2b3c4d5e6f',
])('%s opens that screen, with nothing else in the address', (url) => {
  expect(launchPath('abc', `${url}?search=x&launch=evil`, 'CODE')).toBe(
    `/stores/abc${url}?launch=CODE`,
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
  '/customers',
  '/customers/0',
  '/customers/-1',
  '/customers/007',
  '/customers/1.5',
  '/customers/1e3',
  '/customers/12345678901',
  '/customers/5/addresses',
  '/customers/%35',
  `/customers/\${id}`,
  '/segments/5',
  '/segments/0b7f1e52-6f0a-4d5c-9d0e-1a2b3c4d5e6',
  '/segments/0b7f1e52-6f0a-4d5c-9d0e-1a2b3c4d5e6f0',
  '/segments/0b7f1e52-6f0a-4d5c-9d0e-1a2b3c4d5e6g',
  '/segments/0b7f1e52-6f0a-4d5c-9d0e-1a2b3c4d5e6f/shoppers',
])('row 7: %j opens the home screen', (url) => {
  expect(launchPath('abc', url, 'CODE')).toBe(home);
});
