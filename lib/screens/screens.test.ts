import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultListQuery } from '../segments/list-query.ts';
import { addressIn, isInStore, linkFrom, screens, storeHashIn } from './screens.ts';

test('every page below a store is in the table, and nothing else', () => {
  const pages = globSync('app/stores/**/page.tsx').map((file) =>
    file.replace(/^app|\/page\.tsx$/g, '').replace(/\/\[\w+Id\]/, '/[id]'),
  );
  const paths = Object.values(screens).map(({ path }) => addressIn('[storeHash]', path('[id]')));
  expect(paths.toSorted()).toEqual(pages.toSorted());
});

test('a deep link can hold all parameters of the list', () => {
  expect(screens.segments.query.toSorted()).toEqual(Object.keys(defaultListQuery).toSorted());
});

test.each(['segments', 'segment', 'customer'] as const)(
  'a link on the screen %j leads to the address of another in the same store',
  (screen) => {
    const here = new URL(addressIn('abc', screens[screen].path('1')), 'https://app.invalid');
    const path = screens.customer.path(2);
    expect(new URL(linkFrom(screen, path), here).pathname).toBe(addressIn('abc', path));
  },
);

test('an address names its store', () => {
  expect(storeHashIn(addressIn('abc', screens.segments.path()))).toBe('abc');
  expect(storeHashIn(addressIn('abc', screens.customer.path(1)))).toBe('abc');
});

test.each(['', '/', '/stores', '/api/segments', '/x/stores/abc/segments'])(
  '%j belongs to no store',
  (address) => {
    expect(isInStore(address)).toBe(false);
    expect(storeHashIn(address)).toBeUndefined();
  },
);
