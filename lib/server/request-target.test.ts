import { expect, test } from 'vitest';
import { isReadableTarget } from './request-target.ts';

test.each(['/', '/load?a=%zz', '/stores/abc/segments', '/%00', '/%F0%9F%92%A9', '//', '/?%'])(
  '%s can be read',
  (target) => expect(isReadableTarget(target)).toBe(true),
);

test.each([
  '*',
  '',
  'a',
  '?',
  'http://app.test/',
  '/%',
  '/api/%zz',
  '/%u0000',
  '/%80',
  '/%ed%a0%80',
  '/_global-error',
  '/_global%2derror?x',
])('%s cannot be read', (target) => expect(isReadableTarget(target)).toBe(false));
