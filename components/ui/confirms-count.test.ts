import { expect, test } from 'vitest';
import { confirmsCount } from './confirms-count.ts';

test.each([
  ['1000', true],
  [' 1,000 ', true],
  ['1.000', true],
  ['100', false],
  ['', false],
  ['all', false],
  ['１０００', true],
  ['１，０００', true],
  ['１００', false],
])('typing %o to confirm 1,000: %o', (typed, confirmed) => {
  expect(confirmsCount(typed, 1_000, '1,000')).toBe(confirmed);
});

test.each(['۱٬۰۰۰', '۱۰۰۰', '1000'])(
  'typing %o confirms 1,000 where digits are Persian',
  (typed) => {
    const shown = new Intl.NumberFormat('fa').format(1_000);
    expect(confirmsCount(typed, 1_000, shown)).toBe(true);
    expect(confirmsCount(typed, 100, new Intl.NumberFormat('fa').format(100))).toBe(false);
  },
);
