import { expect, test } from 'vitest';
import { confirmsCount } from './confirms-count.ts';

test.each([
  ['1000', true],
  [' 1,000 ', true],
  ['1.000', true],
  ['100', false],
  ['', false],
  ['all', false],
])('typing %o to confirm 1,000: %o', (typed, confirmed) => {
  expect(confirmsCount(typed, 1_000)).toBe(confirmed);
});
