import { expect, test } from 'vitest';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import {
  nothingPending,
  type PendingAction,
  pendingReducer,
  withPending,
} from './pending-changes.ts';

const time = '2026-01-01T00:00:00Z';
const list: Segment[] = ['a', 'b', 'c'].map((id) => ({
  id,
  name: id,
  description: '',
  updatedAt: time,
}));

function shown(actions: PendingAction[], segments = list) {
  return withPending(segments, actions.reduce(pendingReducer, nothingPending)).map(
    ({ name }) => name,
  );
}

const edit: PendingAction = { type: 'edit', id: 'a', edit: { name: 'A', description: '' } };
const removal: PendingAction = { type: 'remove', ids: ['b', 'c'] };

test('edits and removals show at once', () => {
  expect(shown([edit, removal])).toEqual(['A']);
});

test('settling one change puts it back and leaves the others', () => {
  expect(shown([edit, removal, { type: 'settle', ids: ['b'] }])).toEqual(['A', 'b']);
  expect(shown([edit, removal, { type: 'settle', ids: ['a'] }])).toEqual(['a']);
});

test('a list read meanwhile does not undo what is pending', () => {
  const reread = list.map((segment) => ({ ...segment }));
  expect(shown([edit, removal], reread)).toEqual(['A']);
});

test('with nothing pending the list is the very same', () => {
  expect(withPending(list, nothingPending)).toBe(list);
});
