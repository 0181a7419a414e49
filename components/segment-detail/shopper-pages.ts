import { segmentPath } from '../segments/segment-paths.ts';

/** How many pages are kept on each side of the one on the screen. */
const near = 3;

/** The API's path of a segment's shoppers. */
export function shoppersPath(segmentId: string): string {
  return `${segmentPath(segmentId)}/shoppers`;
}

/** The API's path of a page of a segment's shoppers. */
export function pagePath(segmentId: string, page: number): string {
  return `${shoppersPath(segmentId)}?page=${page}`;
}

const shoppersPage = new RegExp(`^${shoppersPath('[^/]+')}\\?`);

/** Whether it is the path of a page of shoppers, of any segment. */
export function isShoppersPage(path: string): boolean {
  return shoppersPage.test(path);
}

/** The paths of the pages to keep: all 2,000 of a segment of 100,000 would fill the memory. */
export function pagesNear(segmentId: string, page: number): string[] {
  return Array.from({ length: 2 * near + 1 }, (_, index) =>
    pagePath(segmentId, page - near + index),
  );
}
