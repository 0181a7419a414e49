import type { Context } from 'hono';
import type { Customer, Store } from '../sandbox-store.ts';
import { listFilter } from './id-filter.ts';
import { ApiProblem } from './problem.ts';

type Condition = (customer: Customer) => boolean;

/** Query parameters that do not filter customers: they choose the page and its extra fields. */
const pageParameters = new Set(['page', 'limit', 'after', 'before', 'include']);

/** Each store's last search, kept because clients request its pages one after the other. */
const lastSearches = new WeakMap<
  Store['customers']['list'],
  { query: string; found: readonly Customer[] }
>();

/** The supported filters: those that the app uses. BigCommerce has more. */
const supported = new Set([
  'id:in',
  'customer_group_id:in',
  'email:in',
  'company:in',
  'name:like',
  'date_created:min',
  'date_created:max',
]);

/**
 * The customers that match every filter of the query. An unsupported filter is refused, because
 * ignoring it would return too many.
 */
export function findCustomers(c: Context, customers: Store['customers']): readonly Customer[] {
  const filters = Object.entries(c.req.queries()).filter(([name]) => !pageParameters.has(name));
  const unknown = filters.find(([name]) => !supported.has(name));
  if (unknown) throw new ApiProblem(501, `The sandbox does not support the filter ${unknown[0]}`);
  if (filters.length === 0) return customers.list;
  if (listFilter(c, 'id:in')) return search(c, customers);
  const query = JSON.stringify(filters);
  const last = lastSearches.get(customers.list);
  if (last?.query === query) return last.found;
  const found = search(c, customers);
  lastSearches.set(customers.list, { query, found });
  return found;
}

function search(c: Context, customers: Store['customers']): Customer[] {
  const conditions = [
    oneOf(c, 'id:in', ({ id }) => String(id), integerPattern),
    oneOf(
      c,
      'customer_group_id:in',
      ({ customer_group_id }) => String(customer_group_id),
      integerPattern,
    ),
    oneOf(c, 'email:in', ({ email }) => email),
    oneOf(c, 'company:in', ({ company }) => company),
    nameLike(c),
    ...registered(c),
  ].filter((condition) => condition !== undefined);
  return candidates(c, customers).filter((customer) =>
    conditions.every((condition) => condition(customer)),
  );
}

/** The customers named by `id:in`, in ascending order; without `id:in`, all. */
function candidates(c: Context, customers: Store['customers']): readonly Customer[] {
  const ids = new Set(listFilter(c, 'id:in')?.map(Number));
  if (ids.size === 0) return customers.list;
  return [...ids].toSorted((a, b) => a - b).flatMap((id) => customers.get(id) ?? []);
}

const integerPattern = /^\d+$/;

function fullName({ first_name, last_name }: Customer): string {
  return `${first_name} ${last_name}`;
}

function oneOf(
  c: Context,
  name: string,
  value: (customer: Customer) => string,
  pattern?: RegExp,
): Condition | undefined {
  const wanted = listFilter(c, name);
  if (wanted === undefined) return undefined;
  if (pattern && !wanted.every((item) => pattern.test(item))) throw invalid(name);
  const set = new Set(wanted.map((item) => item.toLowerCase()));
  return (customer) => set.has(value(customer).toLowerCase());
}

function nameLike(c: Context): Condition | undefined {
  const parts = listFilter(c, 'name:like')?.map((part) => part.toLowerCase());
  return (
    parts && ((customer) => parts.some((part) => fullName(customer).toLowerCase().includes(part)))
  );
}

function registered(c: Context): (Condition | undefined)[] {
  const min = time(c, 'date_created:min');
  const max = time(c, 'date_created:max');
  const at = ({ date_created }: Customer) => Date.parse(date_created);
  return [
    min === undefined ? undefined : (customer) => at(customer) >= min,
    max === undefined ? undefined : (customer) => at(customer) <= max,
  ];
}

/** A date or time in milliseconds since the epoch; UTC unless it has an offset. */
function time(c: Context, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const milliseconds = Date.parse(zoned);
  if (Number.isNaN(milliseconds)) throw invalid(name);
  return milliseconds;
}

function invalid(name: string): ApiProblem {
  return new ApiProblem(422, 'The filter was not valid', { [name]: 'is not valid' });
}
