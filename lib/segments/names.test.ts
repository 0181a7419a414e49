import { expect, test } from 'vitest';
import { looksSame } from './names.ts';

test.each([
  'VIP\u200b',
  '\ufeffVIP',
  'V\u00adIP',
  'VI\u200dP',
  'VIP\u200c',
  'VIP\ufe0f',
  ' VIP ',
  'VIP\u{e0041}',
])('%j looks like VIP', (name) => {
  expect(looksSame(name, 'VIP')).toBe(true);
});

test('letters composed in another way, and other white space, look the same', () => {
  expect(looksSame('Cafe\u0301', 'Café')).toBe(true);
  expect(looksSame('Big\u00a0 spenders', 'Big spenders')).toBe(true);
});

test.each([
  ['vip', 'VIP'],
  ['VIP 2', 'VIP'],
  ['👩‍👩‍👧', '👩👩👧'],
  ['می‌خواهم', 'میخواهم'],
  ['❤\ufe0f', '❤'],
])('%j and %j differ', (a, b) => {
  expect(looksSame(a, b)).toBe(false);
});
