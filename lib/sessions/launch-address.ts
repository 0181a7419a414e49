import 'server-only';
import type { IncomingMessage } from 'node:http';
import { launchParameter } from '../screens/launch-parameter.ts';
import { isInStore } from '../screens/screens.ts';

/** The request header in which a page gets the launch code of its address. */
export const launchCodeHeader = 'x-launch-code';

/**
 * Takes the launch code out of a page's address before Next sees it, because Next repeats the query
 * in the HTML.
 */
export function takeLaunchCode(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): void {
  delete request.headers[launchCodeHeader];
  const { url = '' } = request;
  if (!isInStore(url)) return;
  const { pathname, searchParams } = new URL(url, 'http://app.invalid');
  const codes = searchParams.getAll(launchParameter);
  if (codes.length === 0) return;
  searchParams.delete(launchParameter);
  request.url = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
  // Two codes count as none. Only a GET gets the page, and with it the session.
  if (codes.length === 1 && request.method === 'GET') request.headers[launchCodeHeader] = codes[0];
}
