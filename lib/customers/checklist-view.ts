import {
  parseChoice,
  parsePage,
  parseSearch,
  type Query,
  serializeQuery,
} from '../screens/query.ts';

/** What a customer's screen shows, as in its address: `?search=…&show=in&page=…`. */
export interface ChecklistView {
  search: string;
  /** All of the store's segments, or those that the customer is in. */
  show: 'all' | 'in';
  page: number;
}

const defaultView: ChecklistView = { search: '', show: 'all', page: 1 };

/** Reads a view from a query. Values that are not valid become the default. */
export function parseChecklistView(query: Query): ChecklistView {
  return {
    search: parseSearch(query),
    show: parseChoice(query, 'show', ['all', 'in'], defaultView.show),
    page: parsePage(query),
  };
}

/** The query for a view, without default values: empty, or starting with `?`. */
export function serializeChecklistView({ search, show, page }: ChecklistView): string {
  return serializeQuery({ search, show, page }, { ...defaultView });
}
