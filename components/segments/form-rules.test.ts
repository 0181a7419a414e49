import { expect, test } from 'vitest';
import { SEGMENT_TEXT_LENGTH } from '@/lib/limits/limits.ts';
import { fieldProblem } from './form-rules.ts';

const time = '2026-01-01T00:00:00Z';
const existing = [{ id: '1', name: 'VIP', description: '', updatedAt: time }];
const longest = 'a'.repeat(SEGMENT_TEXT_LENGTH);

test.each([
  ['', undefined, 'nameMissing'],
  ['VIP', undefined, 'nameTaken'],
  ['VIP', '2', 'nameTaken'],
  ['VIP', '1', undefined],
  ['vip', undefined, undefined],
  ['New', undefined, undefined],
])('the name %o for segment %o: %o', (name, ownId, reason) => {
  expect(fieldProblem({ name, description: '' }, existing, ownId)?.reason).toBe(reason);
});

test('no field accepts a longer text than the server', () => {
  const tooLong = `${longest}a`;
  expect(fieldProblem({ name: longest, description: longest }, [])).toBeUndefined();
  expect(fieldProblem({ name: tooLong, description: '' }, [])).toEqual({
    field: 'name',
    reason: 'tooLong',
  });
  expect(fieldProblem({ name: 'VIP', description: tooLong }, [])).toEqual({
    field: 'description',
    reason: 'tooLong',
  });
});
