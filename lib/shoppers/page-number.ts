const HIGHEST = 9_999_999;

/** Reads `?page=…` as Next gives it; what makes no sense is the first page. */
export function parsePage(params: Record<string, string | string[] | undefined>): number {
  const page = Number(params.page);
  return Number.isSafeInteger(page) && page > 0 && page <= HIGHEST ? page : 1;
}

/** The query string for a page: empty for the first. */
export function serializePage(page: number): string {
  return page === 1 ? '' : `?page=${page}`;
}
