import 'server-only';
import type { IncomingMessage } from 'node:http';

/**
 * Replaces what a request says about the address that the browser asked for, which proxies rewrite
 * and clients can choose: only `APP_URL` counts. Next compares it with the origin of a server
 * action.
 */
export function usePublicAddress({ headers }: Pick<IncomingMessage, 'headers'>, url: URL): void {
  delete headers['x-forwarded-port'];
  headers.host = url.host;
  headers['x-forwarded-host'] = url.host;
  headers['x-forwarded-proto'] = url.protocol.slice(0, -1);
}
