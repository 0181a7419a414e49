import 'server-only';
import type { IncomingMessage } from 'node:http';
import { launchParameter } from '../screens/launch-parameter.ts';
import { isInStore } from '../screens/screens.ts';
import { isSecret } from './secret.ts';

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
  // Only a GET gets the page, and with it the session.
  const code = request.method === 'GET' ? onlyCode(codes) : undefined;
  if (code !== undefined) request.headers[launchCodeHeader] = code;
}

/** Two codes count as none, and so does a text that is no code: not every text can be a header. */
export function onlyCode(codes: readonly string[]): string | undefined {
  const [code] = codes;
  return codes.length === 1 && isSecret(code) ? code : undefined;
}
