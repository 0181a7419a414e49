import type { Segment } from '../bigcommerce/segments.ts';
import type { ListQuery } from './list-query.ts';
import { searchSegments } from './search.ts';
import { sortSegments } from './sort.ts';

/** The rows of one page, and where they stand among all that match. */
export interface Listing {
  rows: readonly Segment[];
  /** How many segments match the search. */
  found: number;
  /** The page shown: the one asked for, or the last if there are fewer. */
  page: number;
  pages: number;
}

type PageQuery = Pick<ListQuery, 'page'> & { limit: number };

function pageCount(found: number, limit: number): number {
  return Math.max(1, Math.ceil(found / limit));
}

/** The server's rows as a listing, until all segments have been read. */
export function firstPageOf(
  rows: readonly Segment[],
  found: number,
  { page, limit }: PageQuery,
): Listing {
  const pages = pageCount(found, limit);
  return { rows, found, page: Math.min(page, pages), pages };
}

export function pageOf(found: readonly Segment[], { page, limit }: PageQuery): Listing {
  const pages = pageCount(found.length, limit);
  const shown = Math.min(Math.max(1, page), pages);
  const start = (shown - 1) * limit;
  return { rows: found.slice(start, start + limit), found: found.length, page: shown, pages };
}

/** Searches, sorts and takes one page. The server and the browser must get the same result. */
export function listSegmentsIn(
  query: ListQuery,
  segments: readonly Segment[],
  locale: string,
): Listing {
  return pageOf(searchSegments(sortSegments(segments, query.sort, locale), query.search), query);
}
