import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { securityHeaders } from './security-headers.ts';

/** The `frame-ancestors` directive of an answer's policy. */
function frameAncestors(origins: string): string | undefined {
  const config = readConfig({
    APP_URL: 'https://segments.example.com',
    BIGCOMMERCE_CLIENT_ID: 'client',
    BIGCOMMERCE_CLIENT_SECRET: 'secret',
    CONTROL_PANEL_ORIGINS: origins,
    TOKEN_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  });
  const policy = securityHeaders('nonce', config, false)['Content-Security-Policy'];
  return policy?.match(/frame-ancestors ([^;]*)/)?.[1];
}

test('row 27: each origin in CONTROL_PANEL_ORIGINS may frame the app, and no other', () => {
  expect(frameAncestors('https://*.mybigcommerce.com')).toBe('https://*.mybigcommerce.com');
  expect(frameAncestors('https://*.mybigcommerce.com, https://panel.example.com')).toBe(
    'https://*.mybigcommerce.com https://panel.example.com',
  );
});
