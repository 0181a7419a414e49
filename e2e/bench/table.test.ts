import { expect, test } from 'vitest';
import { table } from './table.ts';
import { atLeast, atMost, exactly, type Target } from './target.ts';
import { kilobytes, megabytes, percent, times } from './units.ts';

const head = '| measure | value | to reach | outcome |\n|---|---|---|---|\n';
const over = percent('over the start');
const written = (value: string, targets: Target[]) => table([{ measure: 'm', value, targets }]);

test.each<[string, Target[], string]>([
  ['214.9 KB', [atMost(214_900, 215_000, kilobytes)], '≤ 215.0 KB | met'],
  ['215.0 KB', [atMost(215_000, 215_000, kilobytes)], '≤ 215.0 KB | met'],
  ['215.1 KB', [atMost(215_100, 215_000, kilobytes)], '≤ 215.0 KB | missed'],
  ['0.89 × ten', [atLeast(0.89, 0.9, times('ten'))], '≥ 0.90 × ten | missed'],
  ['0.90 × ten', [atLeast(0.9, 0.9, times('ten'))], '≥ 0.90 × ten | met'],
  ['0', [exactly(0, 0, String)], '0 | met'],
  ['1', [exactly(1, 0, String)], '0 | missed'],
  ['NaN', [atMost(Number.NaN, 50, String)], '≤ 50 | missed'],
  [
    '200 MB, 11 %',
    [atMost(200e6, 220e6, megabytes), atMost(0.11, 0.1, over)],
    '≤ 220 MB, ≤ 10 % over the start | missed',
  ],
])('%s, %j: %s', (value, targets, rest) => {
  expect(written(value, targets)).toBe(`${head}| m | ${value} | ${rest} |`);
});

test('a measure without a target has no outcome', () => {
  expect(written('5 ms', [])).toBe(`${head}| m | 5 ms |  |  |`);
});

test('pipes and line breaks in a value do not break the table', () => {
  expect(written('failed: a | b\n  at c', [])).toBe(`${head}| m | failed: a \\| b at c |  |  |`);
});
