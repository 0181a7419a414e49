import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Stack } from '../stack/stack.ts';

export interface Claims {
  [claim: string]: unknown;
}

/** The claims BigCommerce sends for user 7 of a store. Those replaced by undefined are left out. */
export function claims(stack: Stack, storeHash: string, replaced: Claims = {}): Claims {
  const now = Math.floor(Date.now() / 1000);
  const all: Claims = {
    aud: stack.clientId,
    iss: 'bc',
    iat: now,
    nbf: now - 5,
    exp: now + 86_400,
    jti: randomUUID(),
    sub: `stores/${storeHash}`,
    user: { id: 7, email: 'ann@example.com', locale: 'en-US' },
    owner: { id: 1, email: 'owner@example.com' },
    url: '/',
    channel_id: null,
    ...replaced,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Signs a payload as BigCommerce does, or with another algorithm, secret or header. */
export function sign(
  payload: Claims,
  secret: string,
  header: { alg?: string; [name: string]: unknown } = {},
): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256', ...header })
    .sign(new TextEncoder().encode(secret));
}
