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
  ['\u200b', undefined, 'nameMissing'],
  ['VIP\u200b', undefined, 'nameTaken'],
  ['VIP\u200b', '1', undefined],
  ['VIP\u202e', undefined, 'nameDisruptive'],
])('the name %o for segment %o: %o', (name, ownId, reason) => {
  expect(fieldProblem({ name, description: '' }, existing, ownId)?.reason).toBe(reason);
});

test('a segment keeps its name while its description changes, unless the name is blank', () => {
  const odd = ['VIP\u200b', 'VIP\u202e', '\u200b'].map((name, index) => ({
    id: String(index + 2),
    name,
    description: '',
    updatedAt: time,
  }));
  const reasons = odd.map(({ id, name }) => {
    const edit = { name, description: 'New' };
    return fieldProblem(edit, [...existing, ...odd], id)?.reason;
  });
  expect(reasons).toEqual([undefined, undefined, 'nameMissing']);
});

test.each(['Tom & Jerry', 'Tom &amp;  Jerry'])(
  'the name %o is taken by a segment that BigCommerce has stored as "Tom &amp; Jerry"',
  (name) => {
    const stored = [{ id: '1', name: 'Tom &amp; Jerry', description: '', updatedAt: time }];
    expect(fieldProblem({ name, description: '' }, stored)?.reason).toBe('nameTaken');
  },
);

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
