import type { Context } from 'hono';
import type { Settings } from '../sandbox-settings.ts';
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
export function findCustomers(
  c: Context,
  customers: Store['customers'],
  settings: Settings,
): readonly Customer[] {
  const ignored = ignoredFilters(c, settings);
  const filters = Object.entries(c.req.queries()).filter(
    ([name]) => !pageParameters.has(name) && !ignored.has(name),
  );
  const unknown = filters.find(([name]) => !supported.has(name));
  if (unknown) throw new ApiProblem(501, `The sandbox does not support the filter ${unknown[0]}`);
  if (filters.length === 0) return customers.list;
  const names = new Set(filters.map(([name]) => name));
  if (listFilter(c, 'id:in')) return search(c, customers, names, settings);
  const query = JSON.stringify(filters);
  const last = lastSearches.get(customers.list);
  if (last?.query === query) return last.found;
  const found = search(c, customers, names, settings);
  lastSearches.set(customers.list, { query, found });
  return found;
}

/** Filters without effect: those of the settings, and dates with percent-encoded colons. */
function ignoredFilters(c: Context, settings: Settings): ReadonlySet<string> {
  const pairs = new URL(c.req.url).search.slice(1).split('&');
  const encoded = pairs.filter((pair) => /^date_created[^=]*=.*%3a/i.test(pair));
  const names = encoded.map((pair) => decodeURIComponent(pair.split('=')[0] ?? ''));
  return new Set([...settings.ignoredFilters, ...(settings.encodedDates === 'read' ? [] : names)]);
}

function search(
  c: Context,
  customers: Store['customers'],
  names: ReadonlySet<string>,
  settings: Settings,
): Customer[] {
  const conditions = [...names].map((name) => conditionOf(c, name, settings));
  return (names.has('id:in') ? named(c, customers) : customers.list).filter((customer) =>
    conditions.every((condition) => condition === undefined || condition(customer)),
  );
}

function conditionOf(c: Context, name: string, settings: Settings): Condition | undefined {
  switch (name) {
    case 'id:in':
      return oneOf(c, name, ({ id }) => String(id), integerPattern);
    case 'customer_group_id:in':
      return oneOf(c, name, (customer) => String(customer.customer_group_id), integerPattern);
    case 'email:in':
      return settings.emailCase === 'minded' ? sameEmail(c) : oneOf(c, name, ({ email }) => email);
    case 'company:in':
      return oneOf(c, name, ({ company }) => company);
    case 'name:like':
      return nameLike(c);
    default:
      return registered(c, name, settings);
  }
}

/** The customers named by `id:in`, in ascending order. */
function named(c: Context, customers: Store['customers']): readonly Customer[] {
  const ids = new Set(listFilter(c, 'id:in')?.map(Number));
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

function sameEmail(c: Context): Condition | undefined {
  const wanted = listFilter(c, 'email:in');
  return wanted && (({ email }) => wanted.includes(email));
}

function nameLike(c: Context): Condition | undefined {
  const parts = listFilter(c, 'name:like')?.map((part) => part.toLowerCase());
  return (
    parts && ((customer) => parts.some((part) => fullName(customer).toLowerCase().includes(part)))
  );
}

function registered(c: Context, name: string, settings: Settings): Condition | undefined {
  const written = time(c, name);
  if (written === undefined) return undefined;
  const shift = settings.filterTimes === 'local' ? settings.timeZone.raw_offset * 1_000 : 0;
  const bound = written - shift;
  const at = ({ date_created }: Customer) => Date.parse(date_created);
  return name === 'date_created:min'
    ? (customer) => at(customer) >= bound
    : (customer) => at(customer) <= bound;
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
