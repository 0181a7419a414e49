import 'server-only';

/** Screens a signed payload's `url` may open, below a store, and the query each one understands. */
const screens: Record<string, readonly string[]> = {
  '/segments': ['search', 'sort', 'page', 'limit'],
};
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
  const keys = Object.hasOwn(screens, path) ? screens[path] : undefined;
  if (!keys) return { path: home, query };
  for (const key of keys) {
    const value = parsed.searchParams.get(key);
    if (value) query.set(key, value);
  }
  return { path, query };
}
