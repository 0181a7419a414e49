type QueryValue = string | number | readonly (string | number)[];

export interface Target {
  /** With placeholders: `/v3/segments/{segmentId}/shopper-profiles` */
  route: string;
  params?: Readonly<Record<string, string>>;
  /** A list becomes one value with commas: `id:in=a,b` */
  query?: Readonly<Record<string, QueryValue | undefined>>;
}

/**
 * The path with its query. URLSearchParams would escape the commas and the colon that the API
 * expects, and write a space as `+`.
 */
export function pathOf({ route, params = {}, query = {} }: Target): string {
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    if (!/^[\w-]+$/.test(value)) throw new TypeError(`malformed ${name}`);
    return value;
  });
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${[value].flat().map(escaped).join(',')}`,
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** A query may hold colons as they are, and BigCommerce ignores a date in which they are escaped. */
function escaped(value: string | number): string {
  return encodeURIComponent(value).replaceAll('%3A', ':');
}
