import { screens } from '../../lib/screens/screens.ts';

type Query = Readonly<Record<string, string | number>>;

/** Deep links to the app's screens, as in the `url` claim of a signed payload. */
export const linkTo = {
  segments: (query?: Query) => screens.segments.path() + queryString(query),
  segment: (id: string, query?: Query) => screens.segment.path(id) + queryString(query),
  customer: (id: string | number) => screens.customer.path(id),
};

function queryString(query: Query = {}): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
