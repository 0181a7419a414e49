/** What the URL says about the segments of a customer: `?search=…&show=in&page=…`. */
export interface ChecklistView {
  search: string;
  /** All of the store's segments, or those that the person is in. */
  show: 'all' | 'in';
  page: number;
}

/** Reads a view from query parameters as Next gives them; what makes no sense becomes the default. */
export function parseChecklistView(
  params: Record<string, string | string[] | undefined>,
): ChecklistView {
  const page = Number(first(params.page));
  return {
    search: first(params.search) ?? '',
    show: first(params.show) === 'in' ? 'in' : 'all',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The query string for a view, without what is the default: empty, or starting with `?`. */
export function serializeChecklistView({ search, show, page }: ChecklistView): string {
  const params = new URLSearchParams();
  if (search) params.set('search', search);
  if (show !== 'all') params.set('show', show);
  if (page !== 1) params.set('page', String(page));
  const query = params.toString();
  return query && `?${query}`;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
