import { expect, test } from 'vitest';
import type { Segment } from '../bigcommerce/segments.ts';
import { checklistPage, orderChecklist } from './checklist.ts';

function segment(name: string, description = ''): Segment {
  const time = '2026-01-01T00:00:00Z';
  return { id: name, name, description, updatedAt: time };
}

const names = (segments: readonly Segment[]) => segments.map(({ name }) => name);
const all = { search: '', show: 'all', page: 1 } as const;

test('segments that the customer is in come first, and both parts are sorted by name', () => {
  const segments = ['d', 'a', 'c', 'b'].map((name) => segment(name));
  const ordered = orderChecklist(segments, new Set(['d', 'c', 'gone']), 'en');
  expect(names(ordered)).toEqual(['c', 'd', 'a', 'b']);
});

test('names and descriptions are searched, on request only of segments that the customer is in', () => {
  const segments = [segment('VIP'), segment('Regulars', 'Not yet vip'), segment('Others')];
  const inside = new Set(['Regulars', 'Others']);
  const page = (query: Partial<typeof all> | { show: 'in' }) =>
    names(checklistPage(segments, inside, { ...all, search: 'vip', ...query }).rows);
  expect(page({})).toEqual(['VIP', 'Regulars']);
  expect(page({ show: 'in' })).toEqual(['Regulars']);
});

test('a page holds 50 segments, and there is always at least one page', () => {
  const segments = Array.from({ length: 120 }, (_, index) => segment(`Segment ${index + 100}`));
  const third = checklistPage(segments, new Set(), { ...all, page: 3 });
  expect(third).toMatchObject({ found: 120, page: 3, pages: 3 });
  expect(names(third.rows)).toEqual(names(segments.slice(100)));
  expect(checklistPage(segments, new Set(), { ...all, page: 9 }).page).toBe(3);
  expect(checklistPage(segments, new Set(), { ...all, show: 'in' })).toMatchObject({
    found: 0,
    page: 1,
  });
});
