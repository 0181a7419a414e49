import { expect, test } from 'vitest';
import type { Segment } from '../bigcommerce/segments.ts';
import { defaultListQuery } from './list-query.ts';
import { listSegmentsIn, pageOf } from './listing.ts';
import { searchSegments } from './search.ts';
import { nextOrder, sortSegments } from './sort.ts';

function segment(name: string, description = '', updatedAt = '2026-01-01T00:00:00Z'): Segment {
  return { id: name, name, description, updatedAt };
}

const names = (segments: readonly Segment[]) => segments.map(({ name }) => name);

test.each([
  ['CAFE', ['Café Berlin']],
  ['café', ['Café Berlin']],
  ['  berlin  ', ['Café Berlin', 'VIP']],
  ['vip berlin', ['VIP']],
  ['paris', []],
  [' ', ['Café Berlin', 'VIP']],
])('searching %o finds %o', (search, expected) => {
  const segments = [segment('Café Berlin'), segment('VIP', 'from BERLIN')];
  expect(names(searchSegments(segments, search))).toEqual(expected);
});

test.each([
  ['lodz', 'Łódź'],
  ['LODZ', 'łódź'],
  ['łódź', 'Lodz'],
  ['strasse', 'Straße'],
  ['STRASSE', 'Straße'],
  ['straße', 'STRASSE'],
  ['da nang', 'Đà Nẵng'],
  ['odense', 'Ødense'],
  ['mueller', 'MÜLLER'],
  ['mueller', 'Mu\u0308ller'],
  ['müller', 'Mueller'],
  ['muller', 'Müller'],
  ['groesste kaeufer', 'Größte Käufer'],
  ['größte', 'GROESSTE'],
  ['aarhus', 'Århus'],
  ['oedense', 'Ødense'],
  ['aether', 'Æther'],
  ['istanbul', 'İstanbul'],
  ['isparta', 'Isparta ısparta'],
  ["women's", 'Women’s wear'],
  ['women’s', "Women's wear"],
  ['women´s', 'Womenʼs wear'],
  ['"best"', '“Best” buyers'],
  ['mid-range', 'Mid–range'],
  ['vip', 'V\u200bI\u00adP'],
  ['vi\u200bp', 'VIP'],
  ['οδοσ', 'ΟΔΟΣ'],
  ['ガ', 'ガラス'],
  ['\u202bלקוחות', 'לקוחות'],
])('searching %o finds %o', (search, name) => {
  expect(names(searchSegments([segment(name), segment('x')], search))).toEqual([name]);
});

test('no match spans name and description', () => {
  expect(searchSegments([segment('ab', 'cd')], 'bc')).toEqual([]);
});

test('numbers sort by value, case and accents do not matter', () => {
  const segments = ['b', 'Segment 10', 'Á', 'segment 9', 'a2'].map((name) => segment(name));
  const ascending = ['Á', 'a2', 'b', 'segment 9', 'Segment 10'];
  expect(names(sortSegments(segments, 'name', 'en'))).toEqual(ascending);
  expect(names(sortSegments(segments, '-name', 'en'))).toEqual(ascending.toReversed());
});

test('times sort by value in any notation, and equal ones by name', () => {
  const segments = [
    segment('b', '', '2026-01-01T02:00:00+02:00'),
    segment('late', '', '2026-01-01T00:30:00Z'),
    segment('a', '', '2026-01-01T00:00:00Z'),
  ];
  expect(names(sortSegments(segments, 'updated', 'en'))).toEqual(['a', 'b', 'late']);
  expect(names(sortSegments(segments, '-updated', 'en'))).toEqual(['late', 'a', 'b']);
});

test('a segment without a date sorts as the oldest', () => {
  const segments = [
    segment('a', '', '2026-01-02T00:00:00Z'),
    segment('b', '', ''),
    segment('c', '', '2026-01-01T00:00:00Z'),
  ];
  expect(names(sortSegments(segments, 'updated', 'en'))).toEqual(['b', 'c', 'a']);
  expect(names(sortSegments(segments, '-updated', 'en'))).toEqual(['a', 'c', 'b']);
});

test('segments sort by their number of shoppers; those not counted come last either way', () => {
  const segments = ['b', 'none', 'unknown', 'a', 'many'].map((name) => segment(name));
  const sizes = new Map(Object.entries({ a: 2, b: 2, none: 0, many: 10 }));
  const sorted = (order: 'shoppers' | '-shoppers') =>
    names(sortSegments(segments, order, 'en', sizes));
  expect(sorted('shoppers')).toEqual(['none', 'a', 'b', 'many', 'unknown']);
  expect(sorted('-shoppers')).toEqual(['many', 'a', 'b', 'none', 'unknown']);
});

test('sorting does not change its input and accepts any locale', () => {
  const segments = [segment('b'), segment('a')];
  expect(names(sortSegments(segments, 'name', 'not a locale'))).toEqual(['a', 'b']);
  expect(names(segments)).toEqual(['b', 'a']);
});

test('a heading sorts ascending first, and then the other way each time', () => {
  expect(nextOrder('name', 'updated')).toBe('updated');
  expect(nextOrder('updated', 'updated')).toBe('-updated');
  expect(nextOrder('-updated', 'updated')).toBe('updated');
});

const sixty = Array.from({ length: 60 }, (_, index) => segment(`Segment ${index + 1}`));

test('the last page holds the rest, and a page beyond it shows the last one', () => {
  expect(names(pageOf(sixty, { page: 3, limit: 25 }).rows)).toEqual(names(sixty.slice(50)));
  expect(pageOf(sixty, { page: 9, limit: 25 })).toMatchObject({ page: 3, pages: 3, found: 60 });
  expect(pageOf([], { page: 2, limit: 25 })).toEqual({ rows: [], found: 0, page: 1, pages: 1 });
});

test('a listing searches all segments, then takes one page of them', () => {
  const listing = listSegmentsIn(
    { ...defaultListQuery, search: '5', limit: 10, page: 2 },
    sixty,
    'en',
  );
  expect(listing).toMatchObject({ found: 15, page: 2, pages: 2 });
  expect(names(listing.rows)).toEqual([
    'Segment 55',
    'Segment 56',
    'Segment 57',
    'Segment 58',
    'Segment 59',
  ]);
});
