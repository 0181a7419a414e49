import 'server-only';
import type { Config } from './config.ts';

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

/** Headers of every answer that is not a static file. */
export function securityHeaders(
  nonce: string,
  config: Config,
  development: boolean,
): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce, config, development),
    ...(config.appUrl.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
      : {}),
  };
}
