import 'server-only';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { parseStoreContext } from './store-hash.ts';

/** How much clocks may differ, for `nbf` and `iat`. For `exp` there is no tolerance. */
const CLOCK_TOLERANCE_S = 30;
const MAX_LENGTH = 8 * 1024;

/** Headers with which a token could bring its own key. */
const FOREIGN_KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c'];

export interface SignedPayload {
  storeHash: string;
  user: { id: number; email: string; locale: string };
  /** The deep link as received: not checked to be one of the app's own paths. */
  url: string;
  /** Whole seconds since 1970. The caller decides how old the payload may be. */
  issuedAt: number;
  /** Seconds since 1970. */
  expiresAt: number;
  jti: string;
}

export class SignedPayloadError extends Error {
  readonly status: 400 | 401;
  /** For the log; holds nothing from the token. */
  readonly reason: string;

  constructor(status: 400 | 401, reason: string) {
    super(`signed payload refused: ${reason}`);
    this.name = 'SignedPayloadError';
    this.status = status;
    this.reason = reason;
  }
}

export interface SignedPayloadOptions {
  clientId: string;
  clientSecret: string;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * Checks the `signed_payload_jwt` of BigCommerce's callbacks.
 * @throws {SignedPayloadError} 400 if it is malformed, 401 if it is not trusted
 */
export async function verifySignedPayload(
  jwt: string,
  { clientId, clientSecret, now = Date.now }: SignedPayloadOptions,
): Promise<SignedPayload> {
  checkHeader(jwt);
  const claims = await verify(jwt, clientId, clientSecret, now());
  checkTimes(claims, Math.floor(now() / 1000));
  return read(claims);
}

function checkHeader(jwt: string): void {
  if (jwt.length > MAX_LENGTH) throw new SignedPayloadError(400, 'too long');
  const [encoded] = /^[\w-]+(?=\.[\w-]+\.[\w-]*$)/.exec(jwt) ?? [];
  const header = encoded === undefined ? undefined : parseHeader(encoded);
  if (header === undefined) throw new SignedPayloadError(400, 'malformed token');
  if (header.alg !== 'HS256') throw new SignedPayloadError(401, 'wrong algorithm');
  if (FOREIGN_KEY_HEADERS.some((name) => name in header)) {
    throw new SignedPayloadError(401, 'key in header');
  }
}

function parseHeader(encoded: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return z.record(z.string(), z.unknown()).safeParse(json).data;
  } catch {
    return undefined;
  }
}

async function verify(jwt: string, audience: string, secret: string, now: number) {
  try {
    const { payload } = await jwtVerify(jwt, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      issuer: 'bc',
      audience,
      requiredClaims: ['exp', 'iat', 'jti', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: new Date(now),
    });
    // A list could hold other apps beside this one; BigCommerce sends a single string.
    if (payload.aud !== audience) throw new SignedPayloadError(401, 'audience is a list');
    return payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      throw new SignedPayloadError(401, 'wrong signature');
    }
    if (error instanceof errors.JWTExpired) throw new SignedPayloadError(401, 'expired');
    if (error instanceof errors.JWTClaimValidationFailed) {
      throw new SignedPayloadError(401, `claim ${error.claim} ${error.reason}`);
    }
    if (error instanceof errors.JOSEError) throw new SignedPayloadError(400, 'malformed token');
    throw error;
  }
}

function checkTimes({ exp = 0, iat = 0 }: JWTPayload, now: number): void {
  if (exp <= now) throw new SignedPayloadError(401, 'expired');
  if (iat > now + CLOCK_TOLERANCE_S) throw new SignedPayloadError(401, 'issued in the future');
}

const id = z.int().positive();
/** A time that is exact in milliseconds, too. */
const seconds = z
  .number()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER / 1000 - 1);
const claimsSchema = z.object({
  sub: z.string().transform((context, { addIssue }) => {
    const storeHash = parseStoreContext(context);
    if (storeHash === undefined) addIssue('names no store');
    return storeHash ?? z.NEVER;
  }),
  iat: seconds,
  exp: seconds,
  jti: z.string().min(1),
  user: z.object({ id, email: z.string(), locale: z.string().min(1).catch('en') }),
  url: z.string().catch('/'),
});

function read(claims: JWTPayload): SignedPayload {
  const parsed = claimsSchema.safeParse(claims, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const missing = issue !== undefined && issue.input === undefined;
    const where = issue?.path.join('.') ?? 'claims';
    throw new SignedPayloadError(
      missing ? 401 : 400,
      `${where} ${missing ? 'missing' : 'malformed'}`,
    );
  }
  const { sub: storeHash, user, url, iat, exp, jti } = parsed.data;
  return {
    storeHash,
    user,
    url,
    issuedAt: Math.floor(iat),
    expiresAt: exp,
    jti,
  };
}
