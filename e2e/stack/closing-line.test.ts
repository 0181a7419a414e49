import { expect, test } from 'vitest';
import { closingLine } from './closing-line.ts';

const unit = { passed: 10, failed: 0, skipped: 1 };
const browser = { passed: 5, failed: 2, skipped: 0 };

test.each([
  [[unit], { 'unit tests': true, build: true }, '10 passed, 0 failed, 1 skipped'],
  [
    [unit, browser],
    { 'browser tests': false },
    '15 passed, 2 failed, 1 skipped; not successful: browser tests',
  ],
  [
    [],
    { 'unit tests': false, build: false },
    '0 passed, 0 failed; not successful: unit tests, build',
  ],
])('%j and %j: %s', (reports, steps, line) => {
  expect(closingLine(reports, steps)).toBe(line);
});
