import {
  parseChoice,
  parsePage,
  parseSearch,
  type Query,
  serializeQuery,
} from '../screens/query.ts';

/** What a customer's screen shows, as in its address: `?search=…&show=in&page=…`. */
export interface ChecklistQuery {
  search: string;
  /** All of the store's segments, or those that the customer is in. */
  show: 'all' | 'in';
  page: number;
}

const defaultQuery: ChecklistQuery = { search: '', show: 'all', page: 1 };

/** Reads the query of an address. Values that are not valid become the default. */
export function parseChecklistQuery(query: Query): ChecklistQuery {
  return {
    search: parseSearch(query),
    show: parseChoice(query, 'show', ['all', 'in'], defaultQuery.show),
    page: parsePage(query),
  };
}

/** The query as an address has it, without default values: empty, or starting with `?`. */
export function serializeChecklistQuery({ search, show, page }: ChecklistQuery): string {
  return serializeQuery({ search, show, page }, { ...defaultQuery });
}
