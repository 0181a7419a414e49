import { refuseActionRequest } from '@/lib/action-request.ts';
import { failureFrom } from '@/lib/failure.ts';
import { admitAddress } from '@/lib/rate-limit/admission.ts';
import { recordRequest } from '@/lib/record-request.ts';
import { requestContext, requestHeaders } from '@/lib/request-context.ts';
import { callbackPage } from '../_callbacks/callback-page.ts';

/** Route handlers answer for themselves. */
const routeHandlers = /^\/(auth|load|uninstall|remove_user)$/;

/**
 * Answers in place of Next what is neither a page nor an action of the app, and callers who ask for
 * pages too often. Undefined: the request may go on.
 * @param headers the request's, with what the proxy has added
 */
export async function turnAway(request: Request, headers: Headers): Promise<Response | undefined> {
  const context = requestContext(headers);
  if (routeHandlers.test(context.path)) return undefined;
  const refusal = await refuseActionRequest(request);
  if (refusal) {
    const { status, code, message } = refusal;
    recordRequest(context, { route: 'action', status, outcome: message }, 'warn');
    const headers: HeadersInit = status === 405 ? { Allow: 'GET, HEAD, POST' } : {};
    return Response.json({ error: { code, message } }, { status, headers });
  }
  if (request.method === 'POST') return undefined;
  try {
    admitAddress('page');
    return undefined;
  } catch (error) {
    const { message, retryAfterSeconds = 1 } = failureFrom(error);
    recordRequest(context, { route: 'page', status: 429, outcome: message }, 'warn');
    const nonce = headers.get(requestHeaders.nonce) ?? '';
    const page = callbackPage('tooManyRequests', { status: 429, nonce, requestId: context.id });
    page.headers.set('Retry-After', String(retryAfterSeconds));
    return page;
  }
}
