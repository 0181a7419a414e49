import 'server-only';
import { randomUUID } from 'node:crypto';

/** Headers that `proxy.ts` sets on every request, over whatever the client sent under these names. */
export const requestHeaders = {
  id: 'x-request-id',
  nonce: 'x-nonce',
  path: 'x-app-path',
} as const;

export interface RequestContext {
  /** Also sent to BigCommerce as `X-Correlation-Id`. */
  id: string;
  /** Path of the address asked for, without its query. */
  path: string;
  /** Milliseconds, monotonic. */
  startedAt: number;
}

export function requestContext(headers: Headers): RequestContext {
  return {
    id: headers.get(requestHeaders.id) ?? randomUUID(),
    path: headers.get(requestHeaders.path) ?? '',
    startedAt: performance.now(),
  };
}
