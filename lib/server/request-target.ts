import 'server-only';

/** The page that Next renders for its own errors. Asked for by its address, it answers 500, too. */
const errorPage = /^\/_global-error(\/|$)/;

/**
 * Whether Next can read the target of a request: the path of an address, with escapes that are
 * UTF-8. Next answers others with 500, such as `*` and `/api/%zz`.
 */
export function isReadableTarget(target: string): boolean {
  if (!target.startsWith('/')) return false;
  try {
    return !errorPage.test(decodeURIComponent(target.replace(/\?.*/s, '')));
  } catch {
    return false;
  }
}
