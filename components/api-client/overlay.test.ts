import { expect, test } from 'vitest';
import {
  emptyOverlay,
  layOver,
  type Overlay,
  type OverlayAction,
  reduceOverlay,
} from './overlay.ts';

interface Item {
  id: string;
  name: string;
}
type Edit = Pick<Item, 'name'>;

const list: Item[] = ['a', 'b', 'c'].map((id) => ({ id, name: id }));

function overlayOf(actions: OverlayAction<Edit>[]): Overlay<Edit> {
  return actions.reduce<Overlay<Edit>>(reduceOverlay, emptyOverlay);
}

function shown(actions: OverlayAction<Edit>[], items = list) {
  return layOver(items, overlayOf(actions)).map(({ name }) => name);
}

const edit: OverlayAction<Edit> = { type: 'edit', id: 'a', edit: { name: 'A' } };
const removal: OverlayAction<Edit> = { type: 'remove', ids: ['b', 'c'] };

test('edits and removals show at once', () => {
  expect(shown([edit, removal])).toEqual(['A']);
});

test('settling one change puts it back and leaves the others', () => {
  expect(shown([edit, removal, { type: 'settle', ids: ['b'] }])).toEqual(['A', 'b']);
  expect(shown([edit, removal, { type: 'settle', ids: ['a'] }])).toEqual(['a']);
});

test('a list read meanwhile does not undo what is pending', () => {
  const reread = list.map((item) => ({ ...item }));
  expect(shown([edit, removal], reread)).toEqual(['A']);
});

test('an edit made again keeps its place among the others', () => {
  const other: OverlayAction<Edit> = { type: 'edit', id: 'b', edit: { name: 'B' } };
  const { edits } = overlayOf([edit, other, { type: 'edit', id: 'a', edit: { name: 'X' } }]);
  expect([...edits]).toEqual([
    ['a', { name: 'X' }],
    ['b', { name: 'B' }],
  ]);
});

test('with nothing pending the list is the very same', () => {
  expect(layOver(list, emptyOverlay)).toBe(list);
});
