import { randomUUID } from 'node:crypto';
import { CompactSign, generateKeyPair } from 'jose';
import { z } from 'zod';
import type { AppRegistration } from '../sandbox.ts';
import type { Store } from '../sandbox-store.ts';
import type { StoreUser } from '../seed/seed-users.ts';

export const signatureSchema = z.strictObject({
  algorithm: z.enum(['HS256', 'HS384', 'HS512', 'RS256', 'none']).default('HS256'),
  /** Signs with this instead of the app's client secret. */
  secret: z.string().min(1).optional(),
  /** Added to the protected header. */
  header: z.record(z.string(), z.unknown()).default({}),
});

export type Signature = z.infer<typeof signatureSchema>;

const dayInSeconds = 86_400;

/** The claims of `signed_payload_jwt`, which are the same for load, uninstall and remove_user. */
export function payloadClaims(app: AppRegistration, store: Store, user: StoreUser, url = '/') {
  const now = Math.floor(Date.now() / 1000);
  return {
    aud: app.clientId,
    iss: 'bc',
    iat: now,
    nbf: now,
    exp: now + dayInSeconds,
    jti: randomUUID(),
    sub: `stores/${store.hash}`,
    user: { id: user.id, email: user.email, locale: user.locale },
    owner: { id: store.owner.id, email: store.owner.email },
    url,
    channel_id: null,
  };
}

/** Signs any claims, well formed or not. */
export async function signPayload(
  claims: Record<string, unknown>,
  clientSecret: string,
  signature: Signature = signatureSchema.parse({}),
): Promise<string> {
  const header = { typ: 'JWT', ...signature.header, alg: signature.algorithm };
  const payload = Buffer.from(JSON.stringify(claims));
  if (signature.algorithm === 'none') {
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload.toString('base64url')}.`;
  }
  const key =
    signature.algorithm === 'RS256'
      ? (await generateKeyPair('RS256')).privateKey
      : new TextEncoder().encode(signature.secret ?? clientSecret);
  return new CompactSign(payload).setProtectedHeader(header).sign(key);
}
