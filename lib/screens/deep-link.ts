import 'server-only';
import { launchParameter } from './launch-parameter.ts';
import { addressIn, type Screen, screens } from './screens.ts';

/**
 * The address inside the app that a launch leads to.
 * @param url the payload's `url`. BigCommerce or the sender of a link chooses it, so anything that
 * is not the path of a screen opens the list of segments.
 */
export function launchPath(storeHash: string, url: string | undefined, launchCode: string): string {
  const { path, query } = parseDeepLink(url);
  query.set(launchParameter, launchCode);
  return addressIn(storeHash, `${path}?${query}`);
}

function parseDeepLink(url: string | undefined): { path: string; query: URLSearchParams } {
  const query = new URLSearchParams();
  const home = { path: screens.segments.path(), query };
  if (!url || !/^\/(?![/\\])[\x21-\x7e]*$/.test(url) || url.includes('\\')) return home;
  const parsed = new URL(url, 'https://app.invalid');
  const path = parsed.pathname.replace(/\/$/, '');
  const screen = findScreen(path);
  if (!screen) return home;
  for (const name of screen.query) {
    const value = parsed.searchParams.get(name);
    if (value) query.set(name, value);
  }
  return { path, query };
}

function findScreen(path: string): Screen | undefined {
  const all: readonly Screen[] = Object.values(screens);
  const id = path.split('/')[2] ?? '';
  return all.find((screen) => screen.path(id) === path && screen.hasId(id));
}
