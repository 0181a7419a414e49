import 'server-only';

/** Screens a signed payload's `url` may open, below a store, and the query each one understands. */
const screens: readonly { path: RegExp; query: readonly string[] }[] = [
  { path: /^\/segments$/, query: ['search', 'sort', 'page', 'limit'] },
  { path: /^\/segments\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, query: ['page'] },
  { path: /^\/customers\/[1-9]\d{0,9}$/, query: [] },
];
const home = '/segments';

/**
 * The address inside the app that a launch leads to.
 * @param url the payload's `url`, from BigCommerce or from whoever registered the link: anything that
 * is not plainly one of our screens opens the home screen
 */
export function launchPath(storeHash: string, url: string | undefined, launchCode: string): string {
  const { path, query } = screenOf(url);
  query.set('launch', launchCode);
  return `/stores/${storeHash}${path}?${query}`;
}

function screenOf(url: string | undefined): { path: string; query: URLSearchParams } {
  const query = new URLSearchParams();
  if (!url || !/^\/(?![/\\])[\x21-\x7e]*$/.test(url) || url.includes('\\'))
    return { path: home, query };
  const parsed = new URL(url, 'https://app.invalid');
  const path = parsed.pathname.replace(/\/$/, '');
  const screen = screens.find((known) => known.path.test(path));
  if (!screen) return { path: home, query };
  for (const key of screen.query) {
    const value = parsed.searchParams.get(key);
    if (value) query.set(key, value);
  }
  return { path, query };
}
