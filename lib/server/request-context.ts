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
  /** The path of the requested address, without its query. */
  path: string;
  /** When the request came: milliseconds on a monotonic clock. */
  startedAt: number;
}

/** The context of a request that has passed the proxy. */
export function requestContext(headers: Headers): RequestContext {
  return {
    ...newRequestContext(),
    id: headers.get(requestHeaders.id) ?? requestId(),
    path: headers.get(requestHeaders.path) ?? '',
  };
}

/** The context of a request that does not pass the proxy. */
export function newRequestContext(): RequestContext {
  return { id: requestId(), path: '', startedAt: performance.now() };
}
