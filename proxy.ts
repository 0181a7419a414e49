import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { config as appConfig } from './lib/config.ts';
import { guard } from './lib/requests/guard.ts';
import { launchParameter } from './lib/screens/deep-link.ts';
import { requestHeaders } from './lib/server/request-context.ts';
import { requestId } from './lib/server/request-line.ts';
import { securityHeaders } from './lib/server/security-headers.ts';
import { launchCodeHeader } from './lib/sessions/launch-address.ts';

/**
 * Gives every request of a page or callback an id and a nonce, and every answer its security
 * headers. What the client sent under the same names is overwritten. Authorisation is not decided
 * here.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const id = requestId();
  const security = securityHeaders(nonce, appConfig(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set(requestHeaders.id, id);
  headers.set(requestHeaders.nonce, nonce);
  headers.set(requestHeaders.path, request.nextUrl.pathname);
  // Next puts the nonce of this request header on the scripts it writes.
  headers.set('Content-Security-Policy', security['Content-Security-Policy'] ?? '');
  if (process.env.NODE_ENV === 'development') takeOverLaunchCode(request, headers);
  const refused = await guard(request, headers);
  const response = refused ?? NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  return response;
}

/** `lib/start.ts` takes the code out of the address, but the development server is Next's own. */
function takeOverLaunchCode({ nextUrl }: NextRequest, headers: Headers): void {
  const code = nextUrl.searchParams.get(launchParameter);
  if (code === null) headers.delete(launchCodeHeader);
  else headers.set(launchCodeHeader, code);
}

/** The API and the probes answer without a page, and with what the server sets on every answer. */
export const config = { matcher: '/((?!_next/static/|api/|healthz$|readyz$).*)' };
