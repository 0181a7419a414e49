import 'server-only';

/**
 * Whether Next can read the target of a request: the path of an address, with escapes that are
 * UTF-8. Next answers others with 500, such as `*` and `/api/%zz`.
 */
export function isReadableTarget(target: string): boolean {
  if (!target.startsWith('/')) return false;
  try {
    decodeURIComponent(target.replace(/\?.*/s, ''));
    return true;
  } catch {
    return false;
  }
}
