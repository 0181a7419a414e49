import 'server-only';
import { FailureError, failureFrom, failureStatus, isOwnFault } from './failure.ts';
import { log } from './log.ts';
import { recordRequest } from './record-request.ts';
import { newRequestContext, type RequestContext } from './request-context.ts';
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
    const context = newRequestContext();
    let storeHash: string | undefined;
    let response: Response;
    try {
      const session = await authenticate(bearerToken(request.headers));
      storeHash = session.store.hash;
      const { searchParams } = new URL(request.url);
      for (const store of searchParams.getAll('store')) assertSameStore(session, store);
      if ([...searchParams.keys()].some((key) => key !== 'store')) {
        throw new FailureError('invalid-input', {
          message: 'The query has parameters this address lacks.',
        });
      }
      refuseBody(request.headers);
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
    response.headers.set('X-Request-Id', context.id);
    recordRequest(context, { route: name, status: response.status, storeHash });
    return response;
  };
}

/** No route takes one; a body that nobody reads would only hide what a caller has got wrong. */
function refuseBody(headers: Headers): void {
  const length = Number(headers.get('content-length') ?? 0);
  if (length > 64 * 1024) throw new FailureError('too-large');
  if (length > 0 || headers.has('transfer-encoding')) {
    throw new FailureError('invalid-input', { message: 'The request has a body.' });
  }
}
