import { expect, test } from 'vitest';
import { parseNumericId } from './ids.ts';

test.each([
  ['1', 1],
  ['9999999999', 9_999_999_999],
  ['0', undefined],
  ['01', undefined],
  ['-1', undefined],
  ['+1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['0x1f', undefined],
  [' 1', undefined],
  ['1\n', undefined],
  ['١', undefined],
  ['10000000000', undefined],
  ['', undefined],
])('%o is the id %o', (text, id) => {
  expect(parseNumericId(text)).toBe(id);
});
