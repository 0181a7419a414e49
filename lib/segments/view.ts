import {
  parseChoice,
  parsePage,
  parseSearch,
  type Query,
  serializeQuery,
} from '../screens/query.ts';

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
/** A column, preceded by a minus for descending order. */
export type SortOrder = (typeof sortOrders)[number];

/** What the list shows, as in its address: `?search=…&sort=…&page=…&limit=…`. */
export interface View {
  search: string;
  sort: SortOrder;
  page: number;
  limit: PageSize;
}

export const defaultView: View = { search: '', sort: 'name', page: 1, limit: 25 };

/** Reads a view from a query. Values that are not valid become the default. */
export function parseView(query: Query): View {
  return {
    search: parseSearch(query),
    sort: parseChoice(query, 'sort', sortOrders, defaultView.sort),
    page: parsePage(query),
    limit: parseChoice(query, 'limit', pageSizes, defaultView.limit),
  };
}

/** The query for a view, without default values: empty, or starting with `?`. */
export function serializeView({ search, sort, page, limit }: View): string {
  return serializeQuery({ search, sort, page, limit }, { ...defaultView });
}
