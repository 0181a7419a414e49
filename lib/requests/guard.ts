import { config } from '../config.ts';
import { isDatabaseReady } from '../database/database.ts';
import { failureFrom } from '../failure.ts';
import { admitAddress } from '../rate-limit/admission.ts';
import { requestContext, requestHeaders } from '../server/request-context.ts';
import { callbackPath, recordRequest } from '../server/request-line.ts';
import { launchCodeHeader } from '../sessions/launch-address.ts';
import { refuseAction } from './action-body.ts';
import type { CallbackPageName } from './callback-error.ts';
import { callbackPage } from './plain-page.ts';

/**
 * Refuses requests before Next sees them: those that are neither for a page nor an action of the
 * app, those of a caller that requests pages too often, and launches while the database is down.
 * A refused launch does not spend its code.
 * @param headers the request's, with what the proxy has added
 * @returns the answer to a refused request; undefined when the request may go on
 */
export async function guard(request: Request, headers: Headers): Promise<Response | undefined> {
  const context = requestContext(headers);
  // The callbacks refuse requests themselves.
  if (callbackPath.test(context.path)) return undefined;
  const refusal = await refuseAction(request, config().appUrl);
  if (refusal) {
    const { status, code, message } = refusal;
    recordRequest(context, { route: 'action', status, outcome: message });
    const headers = new Headers(status === 405 ? { Allow: 'GET, HEAD, POST' } : {});
    // Of all refusals of an action, Next's client hands only plain text on.
    if (request.headers.has('next-action')) headers.set('Content-Type', 'text/plain');
    return Response.json({ error: { code, message } }, { status, headers });
  }
  if (request.method === 'POST') return undefined;
  const refuseWith = (page: CallbackPageName, status: number, outcome: string) => {
    recordRequest(context, { route: 'page', status, outcome });
    const nonce = headers.get(requestHeaders.nonce) ?? '';
    return callbackPage(page, { status, nonce, requestId: context.id });
  };
  try {
    admitAddress('page');
  } catch (error) {
    const { message, retryAfterSeconds = 1 } = failureFrom(error);
    const page = refuseWith('tooManyRequests', 429, message);
    page.headers.set('Retry-After', String(retryAfterSeconds));
    return page;
  }
  // Once a page has begun to render, it can no longer choose its status.
  if (headers.has(launchCodeHeader) && !(await isDatabaseReady())) {
    return refuseWith('unavailable', 503, 'the database is unavailable');
  }
  return undefined;
}
