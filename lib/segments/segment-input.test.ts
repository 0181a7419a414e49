import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createInput, deleteInput, renameInput } from './segment-input.ts';

test('texts are trimmed', () => {
  expect(createInput.parse({ name: '  VIP ', description: ' best\n' })).toEqual({
    name: 'VIP',
    description: 'best',
  });
});

/** Values that are no record, or an empty one. */
const nothing = [undefined, null, [], 'text', 7, true, {}];

test.each([
  ...nothing,
  { name: '   ', description: '' },
  { name: '\u200b', description: '' },
  { name: '\u3164\u00ad', description: '' },
  { name: 1, description: '' },
  { name: ['a'], description: '' },
  { name: { toString: 'a' }, description: '' },
  { name: 'a' },
  { name: 'a'.repeat(10_001), description: '' },
  { name: 'a', description: '', id: randomUUID() },
  { name: 'a', description: '', admin: true },
  { name: 'a', description: '', constructor: { prototype: {} } },
])('row 25: %o creates nothing', (input) => {
  expect(createInput.safeParse(input).success).toBe(false);
});

test.each([
  ...nothing,
  { id: '1', name: 'a', description: '' },
  { id: [randomUUID()], name: 'a', description: '' },
  { id: { in: randomUUID() }, name: 'a', description: '' },
  { id: randomUUID(), name: 'a', description: '', store: 'other' },
  { name: 'a', description: '' },
])('row 25: %o renames nothing', (input) => {
  expect(renameInput.safeParse(input).success).toBe(false);
});

test.each([
  ...nothing,
  { ids: [] },
  { ids: randomUUID() },
  { ids: { 0: randomUUID(), length: 1 } },
  { ids: [[randomUUID()]] },
  { ids: [randomUUID()], all: true },
  { ids: [randomUUID(), '*'] },
  { ids: [undefined] },
  { ids: Array.from({ length: 101 }, () => randomUUID()) },
])('row 25: %o deletes nothing', (input) => {
  expect(deleteInput.safeParse(input).success).toBe(false);
});

test('a hundred ids at once will do', () => {
  const ids = Array.from({ length: 100 }, () => randomUUID());
  expect(deleteInput.parse({ ids })).toEqual({ ids });
});
