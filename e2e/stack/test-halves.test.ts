import { expect, test } from 'vitest';
import { chosenHalves } from './test-halves.ts';

test.each([
  [[], ['unit', 'browser']],
  [['unit'], ['unit']],
  [['browser'], ['browser']],
  [
    ['browser', 'unit'],
    ['unit', 'browser'],
  ],
  [['e2e'], []],
  [['unit', '--watch'], []],
])('%j runs %j', (args, halves) => {
  expect(chosenHalves(args)).toEqual(halves);
});
