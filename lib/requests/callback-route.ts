import { SignedPayloadError } from '../bigcommerce/signed-payload.ts';
import { failureFrom } from '../failure.ts';
import { log } from '../log.ts';
import { admitAddress } from '../rate-limit/admission.ts';
import { type RequestContext, requestContext, requestHeaders } from '../server/request-context.ts';
import { recordRequest } from '../server/request-line.ts';
import { CallbackError } from './callback-error.ts';
import { callbackPage } from './plain-page.ts';

/** What a callback gets from its request. */
export interface Callback {
  query: URLSearchParams;
  headers: Headers;
}

/**
 * Wraps one of BigCommerce's callbacks: one log line, and a page in place of exceptions. Rejections
 * are logged with a reason and answer without detail.
 */
export function callbackRoute(
  name: string,
  handle: (callback: Callback, context: RequestContext) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const context = requestContext(request.headers);
    try {
      admitAddress(name);
      const query = new URL(request.url).searchParams;
      const response = await handle({ query, headers: request.headers }, context);
      response.headers.set('Cache-Control', 'private, no-store');
      recordRequest(context, { route: name, status: response.status });
      return response;
    } catch (error) {
      const known = callbackErrorFrom(error);
      const { status, page, message } = known;
      const { retryAfterSeconds } = failureFrom(error);
      if (known !== error && status >= 500) {
        log.error({ err: error, requestId: context.id }, name);
      }
      recordRequest(context, { route: name, status, outcome: message });
      const nonce = request.headers.get(requestHeaders.nonce) ?? '';
      const response = callbackPage(page, { status, nonce, requestId: context.id });
      if (retryAfterSeconds) response.headers.set('Retry-After', String(retryAfterSeconds));
      return response;
    }
  };
}

function callbackErrorFrom(error: unknown): CallbackError {
  if (error instanceof CallbackError) return error;
  if (error instanceof SignedPayloadError) {
    const page = error.status === 400 ? 'badRequest' : 'notVerified';
    return new CallbackError(error.status, page, error.reason);
  }
  const { code, message } = failureFrom(error);
  if (code === 'rate-limited') return new CallbackError(429, 'tooManyRequests', message);
  if (code === 'unavailable') {
    return new CallbackError(503, 'unavailable', 'the database is unavailable');
  }
  return new CallbackError(500, 'unexpected', 'unexpected error');
}

/** Next would answer `HEAD` by running `GET`, which would spend the code or open a session. */
export function methodNotAllowed(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET' } });
}

/**
 * The one value of a query parameter; undefined when it is absent or empty.
 * @throws {CallbackError} 400 when it is there more than once
 */
export function optionalParameter(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw new CallbackError(400, 'badRequest', `${name} is repeated`);
  return values[0] || undefined;
}

/** @throws {CallbackError} 400 when the parameter is absent, empty or repeated */
export function requiredParameter(query: URLSearchParams, name: string): string {
  const value = optionalParameter(query, name);
  if (value === undefined) throw new CallbackError(400, 'badRequest', `${name} is missing`);
  return value;
}
