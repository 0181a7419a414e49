import type { Cache } from 'swr';
import { segmentPath } from '../segments/segment-paths.ts';

/** How many pages are kept on each side of the one on the screen. */
const near = 3;

/** The API's path of a segment's shoppers. */
export function shoppersPath(segmentId: string): string {
  return `${segmentPath(segmentId)}/shoppers`;
}

/** The API's path of a page of a segment's shoppers, which is also its key in SWR's cache. */
export function pagePath(segmentId: string, page: number): string {
  return `${shoppersPath(segmentId)}?page=${page}`;
}

const ofSomePage = new RegExp(`^${shoppersPath('[^/]+')}\\?`);

/** The keys of all cached pages of shoppers, of any segment. */
export function keptPages(cache: Cache): string[] {
  return [...cache.keys()].filter((key) => ofSomePage.test(key));
}

/**
 * Drops cached pages far from the given one: a segment of 100,000 shoppers would fill the memory.
 */
export function forgetFarPages(cache: Cache, segmentId: string, page: number): void {
  const kept = new Set<string>();
  for (let at = page - near; at <= page + near; at += 1) kept.add(pagePath(segmentId, at));
  for (const key of keptPages(cache)) if (!kept.has(key)) cache.delete(key);
}
