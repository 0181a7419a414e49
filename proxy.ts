import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { config as appConfig } from './lib/config.ts';
import { guard } from './lib/requests/guard.ts';
import { launchParameter } from './lib/screens/launch-parameter.ts';
import { requestHeaders } from './lib/server/request-context.ts';
import { requestId } from './lib/server/request-line.ts';
import { securityHeaders } from './lib/server/security-headers.ts';
import { launchCodeHeader, onlyCode } from './lib/sessions/launch-address.ts';

/**
 * Sets an id and a nonce on every request for a page or callback, overwriting headers of the same
 * names from the client, and the security headers on every response. It decides no authorization.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const id = requestId();
  const security = securityHeaders(nonce, appConfig(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set(requestHeaders.id, id);
  headers.set(requestHeaders.nonce, nonce);
  headers.set(requestHeaders.path, request.nextUrl.pathname);
  // Next reads the nonce from this request header and sets it on the scripts it writes.
  headers.set('Content-Security-Policy', security['Content-Security-Policy'] ?? '');
  if (process.env.NODE_ENV === 'development') takeOverLaunchCode(request, headers);
  const refused = await guard(request, headers);
  const response = refused ?? NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  return response;
}

/** In production `lib/start.ts` moves the code from the address into this header. */
function takeOverLaunchCode({ nextUrl }: NextRequest, headers: Headers): void {
  const code = onlyCode(nextUrl.searchParams.getAll(launchParameter));
  if (code === undefined) headers.delete(launchCodeHeader);
  else headers.set(launchCodeHeader, code);
}

/** Skips the API and probes: they serve no pages, and the server sets their security headers. */
export const config = { matcher: '/((?!_next/static/|api/|healthz$|readyz$).*)' };
