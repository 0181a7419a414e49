import type { Cache } from 'swr';

/** How many pages around the one on the screen are worth keeping. */
const near = 3;

/** The API's path of a segment's shoppers. */
export function shoppersPath(segmentId: string): string {
  return `/api/segments/${segmentId}/shoppers`;
}

/** The API's path of a page of them, which SWR also keeps it under. */
export function pagePath(segmentId: string, page: number): string {
  return `${shoppersPath(segmentId)}?page=${page}`;
}

/** All pages of shoppers that have been read, of any segment. */
export function keptPages(cache: Cache): string[] {
  return [...cache.keys()].filter((key) => /^\/api\/segments\/[^/]+\/shoppers\?/.test(key));
}

/** Drops the pages that are far from the given one, or segments that hold 100,000 fill the memory. */
export function forgetFarPages(cache: Cache, segmentId: string, page: number): void {
  const kept = new Set<string>();
  for (let at = page - near; at <= page + near; at += 1) kept.add(pagePath(segmentId, at));
  for (const key of keptPages(cache)) if (!kept.has(key)) cache.delete(key);
}
