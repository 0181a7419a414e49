import { expect, test } from 'vitest';
import {
  applyOverlay,
  emptyOverlay,
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
  return applyOverlay(items, overlayOf(actions)).map(({ name }) => name);
}

const edit: OverlayAction<Edit> = { type: 'edit', id: 'a', edit: { name: 'A' } };
const removal: OverlayAction<Edit> = { type: 'remove', ids: ['b', 'c'] };

test('edits and removals show at once', () => {
  expect(shown([edit, removal])).toEqual(['A']);
});

test('settling one change shows again what was read, and leaves the other changes', () => {
  expect(shown([edit, removal, { type: 'settle', ids: ['b'] }])).toEqual(['A', 'b']);
  expect(shown([edit, removal, { type: 'settle', ids: ['a'] }])).toEqual(['a']);
});

test('a list read meanwhile does not undo pending changes', () => {
  const reread = list.map((item) => ({ ...item }));
  expect(shown([edit, removal], reread)).toEqual(['A']);
});

test('a second edit of the same item keeps the place of the first', () => {
  const other: OverlayAction<Edit> = { type: 'edit', id: 'b', edit: { name: 'B' } };
  const { edits } = overlayOf([edit, other, { type: 'edit', id: 'a', edit: { name: 'X' } }]);
  expect([...edits]).toEqual([
    ['a', { name: 'X' }],
    ['b', { name: 'B' }],
  ]);
});

test('without pending changes the list is the same object', () => {
  expect(applyOverlay(list, emptyOverlay)).toBe(list);
});
