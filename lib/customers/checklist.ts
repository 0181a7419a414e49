import type { Segment } from '../bigcommerce/segments.ts';
import { type Listing, pageOf } from '../segments/listing.ts';
import { searchSegments } from '../segments/search.ts';
import { sortSegments } from '../segments/sort.ts';
import type { ChecklistView } from './checklist-view.ts';

/** Few enough to be painted at once. */
export const checklistLimit = 50;

type Ids = ReadonlySet<string>;

/** By name, and first of all those of the given ids. */
export function orderChecklist(
  segments: readonly Segment[],
  first: Ids,
  locale: string,
): readonly Segment[] {
  const sorted = sortSegments(segments, 'name', locale);
  return [
    ...sorted.filter(({ id }) => first.has(id)),
    ...sorted.filter(({ id }) => !first.has(id)),
  ];
}

/**
 * The page that a view shows. The server and the browser must agree on the outcome.
 * @param ordered by `orderChecklist`
 * @param inside what counts as being in
 */
export function checklistPage(
  ordered: readonly Segment[],
  inside: Ids,
  { search, show, page }: ChecklistView,
): Listing {
  const shown = show === 'in' ? ordered.filter(({ id }) => inside.has(id)) : ordered;
  return pageOf(searchSegments(shown, search), { page, limit: checklistLimit });
}
