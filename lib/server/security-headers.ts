import 'server-only';
import type { Config } from '../config.ts';

/**
 * The policy for one answer. BigDesign places its popovers with style attributes, hence
 * `style-src-attr`; the nonce covers everything else that is inline.
 */
function contentSecurityPolicy(nonce: string, config: Config, development: boolean): string {
  const directives: Record<string, string> = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src-elem': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': development ? "'self' ws:" : "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-ancestors': config.controlPanelOrigins.join(' '),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Headers of every answer, static files included. */
export function baseHeaders({ appUrl }: Config): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(appUrl.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
      : {}),
  };
}

/**
 * Headers of what Next answers by itself, such as redirects. Pages and routes replace the policy.
 */
export function unhandledHeaders(config: Config): Record<string, string> {
  return {
    ...baseHeaders(config),
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  };
}

/** Headers of every answer of a page or a route. */
export function securityHeaders(
  nonce: string,
  config: Config,
  development: boolean,
): Record<string, string> {
  return {
    ...unhandledHeaders(config),
    'Content-Security-Policy': contentSecurityPolicy(nonce, config, development),
  };
}
