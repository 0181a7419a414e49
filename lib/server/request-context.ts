import 'server-only';
import { requestId } from './request-line.ts';

/**
 * Headers that `proxy.ts` sets on every request, over whatever the client sent under these names.
 */
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

/** Of a request that has been through the proxy. */
export function requestContext(headers: Headers): RequestContext {
  return {
    ...newRequestContext(),
    id: headers.get(requestHeaders.id) ?? requestId(),
    path: headers.get(requestHeaders.path) ?? '',
  };
}

/** Of a request that the proxy leaves alone. */
export function newRequestContext(): RequestContext {
  return { id: requestId(), path: '', startedAt: performance.now() };
}
