import 'server-only';
import { FailureError, failureFrom, failureStatus, isOwnFault } from './failure.ts';
import { log } from './log.ts';
import { recordRequest } from './record-request.ts';
import { type RequestContext, requestContext } from './request-context.ts';
import { assertSameStore, authenticate, bearerToken } from './sessions/authenticate.ts';
import type { Session } from './sessions/sessions.ts';

/**
 * Wraps a JSON route handler: session first, then the query, then the work; one log line, and every
 * failure as `{"error":{code,message,…}}` with its status.
 *
 * `store` is the one query parameter a route knows: the store hash that the caller believes to be
 * in. Any other is refused, a token above all.
 */
export function apiRoute(
  name: string,
  handle: (session: Session, request: Request, context: RequestContext) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const context = requestContext(request.headers);
    let storeHash: string | undefined;
    let response: Response;
    try {
      const session = await authenticate(bearerToken(request.headers));
      storeHash = session.store.hash;
      const { store, ...unknown } = Object.fromEntries(new URL(request.url).searchParams);
      assertSameStore(session, store);
      if (Object.keys(unknown).length > 0) {
        throw new FailureError('invalid-input', 'The query has parameters this address lacks.');
      }
      response = await handle(session, request, context);
    } catch (error) {
      const failure = failureFrom(error);
      if (isOwnFault(error)) log.error({ err: error, requestId: context.id }, name);
      const headers = new Headers();
      if (failure.retryAfterSeconds) headers.set('Retry-After', String(failure.retryAfterSeconds));
      response = Response.json(
        { error: failure },
        { status: failureStatus[failure.code], headers },
      );
    }
    response.headers.set('Cache-Control', 'private, no-store');
    recordRequest(context, { route: name, status: response.status, storeHash });
    return response;
  };
}
