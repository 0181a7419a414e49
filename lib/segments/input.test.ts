import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createInput, deleteInput, renameInput } from './input.ts';

test('texts are trimmed', () => {
  expect(createInput.parse({ name: '  VIP ', description: ' best\n' })).toEqual({
    name: 'VIP',
    description: 'best',
  });
});

test.each([
  {},
  { name: '   ', description: '' },
  { name: 1, description: '' },
  { name: 'a'.repeat(10_001), description: '' },
  { name: 'a', description: '', id: randomUUID() },
])('%o creates nothing', (input) => {
  expect(createInput.safeParse(input).success).toBe(false);
});

test.each([
  { id: '1', name: 'a', description: '' },
  { name: 'a', description: '' },
])('%o renames nothing', (input) => {
  expect(renameInput.safeParse(input).success).toBe(false);
});

test.each([
  undefined,
  {},
  { ids: [] },
  { ids: randomUUID() },
  { ids: [randomUUID(), '*'] },
  { ids: [undefined] },
  { ids: Array.from({ length: 101 }, () => randomUUID()) },
])('%o deletes nothing', (input) => {
  expect(deleteInput.safeParse(input).success).toBe(false);
});

test('a hundred ids at once will do', () => {
  const ids = Array.from({ length: 100 }, () => randomUUID());
  expect(deleteInput.parse({ ids })).toEqual({ ids });
});
