import { expect, test } from 'vitest';
import { nameProblem } from './form-rules.ts';

const time = '2026-01-01T00:00:00Z';
const existing = [{ id: '1', name: 'VIP', description: '', createdAt: time, updatedAt: time }];

test.each([
  ['', undefined, 'missing'],
  ['  \n', undefined, 'missing'],
  ['VIP', undefined, 'taken'],
  [' VIP ', '2', 'taken'],
  ['VIP', '1', undefined],
  ['vip', undefined, undefined],
  ['New', undefined, undefined],
])('the name %o for segment %o: %o', (name, ownId, problem) => {
  expect(nameProblem(name, existing, ownId)).toBe(problem);
});
