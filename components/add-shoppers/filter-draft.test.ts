import { expect, test } from 'vitest';
import { blankDraft, filterOf, filterQuery, isReversed } from './filter-draft.ts';

const full = { groupId: '3', company: ' Acme ', from: '2024-01-31', to: '2024-02-01' };

test.each([
  ['group', { type: 'group', groupId: 3 }],
  ['company', { type: 'company', company: 'Acme' }],
  ['created', { type: 'created', from: '2024-01-31', to: '2024-02-01' }],
] as const)('by %s, what the other fields hold does not matter', (type, filter) => {
  expect(filterOf({ ...full, type })).toEqual(filter);
  expect(filterOf({ ...blankDraft, type })).toBeUndefined();
});

test.each([
  ['2024-02-01', '2024-02-01', false],
  ['2024-02-01', '2024-01-31', true],
  ['', '2024-01-31', false],
])('from %s to %s: reversed is %s', (from, to, reversed) => {
  const draft = { ...blankDraft, type: 'created', from, to } as const;
  expect(isReversed(draft)).toBe(reversed);
  expect(filterOf(draft) === undefined).toBe(reversed || from === '');
});

test.each(['  ', 'Acme, Inc.'])('%o is not a company to search for', (company) => {
  expect(filterOf({ ...blankDraft, type: 'company', company })).toBeUndefined();
});

test('a filter is written as a query', () => {
  expect(filterQuery({ type: 'group', groupId: 3 })).toEqual({ type: 'group', groupId: '3' });
});
