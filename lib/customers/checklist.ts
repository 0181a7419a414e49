import type { Segment } from '../bigcommerce/segments.ts';
import { SEGMENTS_PER_CHECKLIST_PAGE } from '../limits/limits.ts';
import { type Listing, pageOf } from '../segments/listing.ts';
import { searchSegments } from '../segments/search.ts';
import { sortSegments } from '../segments/sort.ts';
import type { ChecklistQuery } from './checklist-query.ts';

type Ids = ReadonlySet<string>;

/** Sorts segments by name, those with the given ids first. */
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
 * The page that a query shows. The server and the browser must get the same result.
 * @param ordered by `orderChecklist`
 * @param inside ids of the segments that the customer is in
 */
export function checklistPage(
  ordered: readonly Segment[],
  inside: Ids,
  { search, show, page }: ChecklistQuery,
): Listing {
  const shown = show === 'in' ? ordered.filter(({ id }) => inside.has(id)) : ordered;
  return pageOf(searchSegments(shown, search), { page, limit: SEGMENTS_PER_CHECKLIST_PAGE });
}
