/** The parameters of a query as Next gives them to a page. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The form of a page number in an address. */
export const PAGE_NUMBER = /^[1-9]\d{0,6}$/;

/** The value of a parameter; the first if it is repeated. */
function firstOf(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Reads `page`. Anything that is not a page number is the first page. */
export function parsePage(query: Query): number {
  const text = firstOf(query, 'page') ?? '';
  return PAGE_NUMBER.test(text) ? Number(text) : 1;
}

/** Reads `search`. */
export function parseSearch(query: Query): string {
  return firstOf(query, 'search') ?? '';
}

/** Reads a parameter that has a fixed set of values. */
export function parseChoice<T extends string | number>(
  query: Query,
  name: string,
  choices: readonly T[],
  fallback: NoInfer<T>,
): T {
  const text = firstOf(query, name);
  return choices.find((choice) => String(choice) === text) ?? fallback;
}

/**
 * Writes a query, without default values.
 * @returns empty, or starting with `?`
 */
export function serializeQuery<T extends Record<string, string | number>>(
  values: T,
  defaults: T,
): string {
  const changed = Object.entries(values).filter(([name, value]) => value !== defaults[name]);
  const query = new URLSearchParams(changed.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `?${query}` : '';
}

/** The query for a page: empty for the first. */
export function serializePage(page: number): string {
  return serializeQuery({ page }, { page: 1 });
}
