export const pageSizes = [10, 25, 50, 100] as const;
type PageSize = (typeof pageSizes)[number];

const sortOrders = [
  'name',
  '-name',
  'description',
  '-description',
  'updated',
  '-updated',
  'shoppers',
  '-shoppers',
] as const;
/** A column, with a minus in front for descending. */
export type SortOrder = (typeof sortOrders)[number];

/** What the URL says about the list: `?search=…&sort=…&page=…&limit=…`. */
export interface View {
  search: string;
  sort: SortOrder;
  page: number;
  limit: PageSize;
}

export const defaultView: View = { search: '', sort: 'name', page: 1, limit: 25 };

/** Reads a view from query parameters as Next gives them; what makes no sense becomes the default. */
export function parseView(params: Record<string, string | string[] | undefined>): View {
  const page = Number(first(params.page));
  return {
    search: first(params.search) ?? '',
    sort: sortOrders.find((order) => order === first(params.sort)) ?? defaultView.sort,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    limit: pageSizes.find((size) => String(size) === first(params.limit)) ?? defaultView.limit,
  };
}

/** The query string for a view, without what is the default: empty, or starting with `?`. */
export function serializeView(view: View): string {
  const params = new URLSearchParams();
  if (view.search) params.set('search', view.search);
  if (view.sort !== defaultView.sort) params.set('sort', view.sort);
  if (view.page !== defaultView.page) params.set('page', String(view.page));
  if (view.limit !== defaultView.limit) params.set('limit', String(view.limit));
  const query = params.toString();
  return query && `?${query}`;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
