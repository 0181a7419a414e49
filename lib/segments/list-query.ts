import { SEGMENT_PAGE_SIZES } from '../limits/limits.ts';
import {
  parseChoice,
  parsePage,
  parseSearch,
  type Query,
  serializeQuery,
} from '../screens/query.ts';

type PageSize = (typeof SEGMENT_PAGE_SIZES)[number];

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
export interface ListQuery {
  search: string;
  sort: SortOrder;
  page: number;
  limit: PageSize;
}

export const defaultListQuery: ListQuery = { search: '', sort: 'name', page: 1, limit: 25 };

/** Reads the query of an address. Values that are not valid become the default. */
export function parseListQuery(query: Query): ListQuery {
  return {
    search: parseSearch(query),
    sort: parseChoice(query, 'sort', sortOrders, defaultListQuery.sort),
    page: parsePage(query),
    limit: parseChoice(query, 'limit', SEGMENT_PAGE_SIZES, defaultListQuery.limit),
  };
}

/** The query as an address has it, without default values: empty, or starting with `?`. */
export function serializeListQuery({ search, sort, page, limit }: ListQuery): string {
  return serializeQuery({ search, sort, page, limit }, { ...defaultListQuery });
}
