import { type JWTHeaderParameters, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { SignedPayloadError, verifySignedPayload } from './signed-payload.ts';

const clientId = 'the-client';
const clientSecret = 'the-secret-of-the-client-0123456789';
const nowS = 1_750_000_000;
const now = () => nowS * 1000;
const key = (secret: string) => new TextEncoder().encode(secret);

const claims = {
  aud: clientId,
  iss: 'bc',
  iat: nowS - 5,
  nbf: nowS - 10,
  exp: nowS + 86_400,
  jti: 'e4f0a0a2-0000-4000-8000-000000000000',
  sub: 'stores/abc123',
  user: { id: 7, email: 'staff@example.com', locale: 'de-DE' },
  owner: { id: 1, email: 'owner@example.com' },
  url: '/segments',
  channel_id: null,
};

type Claims = Record<string, unknown>;

function sign(
  changes: Claims = {},
  header: Partial<JWTHeaderParameters> = {},
  secret = clientSecret,
) {
  return new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...header })
    .sign(key(secret));
}

const verify = (jwt: string) => verifySignedPayload(jwt, { clientId, clientSecret, now });

async function statusOf(jwt: string): Promise<number> {
  const error = await verify(jwt).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SignedPayloadError)) throw new Error('not refused', { cause: error });
  for (const secret of [clientSecret, jwt, 'staff@example.com']) {
    if (secret !== '') expect(error.message + error.reason).not.toContain(secret);
  }
  return error.status;
}

test('a genuine payload is read', async () => {
  expect(await verify(await sign())).toEqual({
    storeHash: 'abc123',
    user: { id: 7, email: 'staff@example.com', locale: 'de-DE' },
    url: '/segments',
    issuedAt: nowS - 5,
    expiresAt: claims.exp,
    jti: claims.jti,
  });
});

test('locale and deep link have defaults', async () => {
  const { user, url } = await verify(
    await sign({ user: { id: 7, email: 'staff@example.com' }, url: undefined }),
  );
  expect({ locale: user.locale, url }).toEqual({ locale: 'en', url: '/' });
});

test('a fraction of a second, which the database does not keep, is dropped', async () => {
  expect((await verify(await sign({ iat: nowS - 4.5 }))).issuedAt).toBe(nowS - 5);
});

test('claims that the app does not use may be missing or new', async () => {
  const jwt = await sign({ owner: undefined, channel_id: undefined, added: 'later' });
  expect((await verify(jwt)).storeHash).toBe('abc123');
});

describe('row 2: a payload that is too long or malformed gets 400', () => {
  test.each([
    ['nothing', ''],
    ['one part', 'x'],
    ['three parts that are no Base64url of JSON', 'a.b.c'],
    ['empty parts', '..'],
    ['two parts', 'e30.e30'],
    ['four parts', 'e30.e30.e30.e30'],
    ['a header that is no JSON', 'bm90anNvbg.e30.e30'],
    ['a header that is a list', 'W10.e30.e30'],
    ['characters outside base64url', 'e30=.e30.e30'],
    ['16 KB', `${'a'.repeat(16 * 1024)}.e30.e30`],
  ])('row 2: %s', async (_, jwt) => {
    expect(await statusOf(jwt)).toBe(400);
  });

  test('row 2: a genuine payload of more than 8 KB', async () => {
    expect(await statusOf(await sign({ padding: 'x'.repeat(8 * 1024) }))).toBe(400);
  });
});

describe('row 3: a payload without the right signature gets 401', () => {
  test('row 3: alg none', async () => {
    expect(await statusOf(`${new UnsecuredJWT(claims).encode()}`)).toBe(401);
  });

  test('row 3: alg none with the signature of another payload', async () => {
    const [header, payload] = new UnsecuredJWT(claims).encode().split('.');
    const [, , signature] = (await sign()).split('.');
    expect(await statusOf(`${header}.${payload}.${signature}`)).toBe(401);
  });

  test('row 3: HS512 with the right secret', async () => {
    expect(await statusOf(await sign({}, { alg: 'HS512' }))).toBe(401);
  });

  test('row 3: RS256', async () => {
    const { privateKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
      },
      true,
      ['sign', 'verify'],
    );
    const jwt = new SignJWT(claims).setProtectedHeader({ alg: 'RS256' });
    expect(await statusOf(await jwt.sign(privateKey))).toBe(401);
  });

  test('row 3: tampered payload', async () => {
    const [header, , signature] = (await sign()).split('.');
    const other = Buffer.from(JSON.stringify({ ...claims, sub: 'stores/other' })).toString(
      'base64url',
    );
    expect(await statusOf(`${header}.${other}.${signature}`)).toBe(401);
  });

  test('row 3: no signature', async () => {
    const [header, payload] = (await sign()).split('.');
    expect(await statusOf(`${header}.${payload}.`)).toBe(401);
  });

  test('row 3: other secret', async () => {
    expect(await statusOf(await sign({}, {}, 'another-secret-entirely-0123456789'))).toBe(401);
  });

  test.each<[string, Partial<JWTHeaderParameters>]>([
    ['jku', { jku: 'https://evil.example/key' }],
    ['jwk', { jwk: { kty: 'EC', crv: 'P-256', x: 'evil', y: 'evil' } }],
    ['x5u', { x5u: 'https://evil.example/key' }],
    ['x5c', { x5c: ['evil'] }],
  ])('row 3: a header that names a key: %s', async (_, header) => {
    expect(await statusOf(await sign({}, header))).toBe(401);
    expect(await statusOf(await sign({}, header, 'evil'))).toBe(401);
  });
});

describe('row 4: claims that are missing, for another app or for another time get 401', () => {
  test.each<[string, Claims]>([
    ['other audience', { aud: 'another-client' }],
    ['audience as a list', { aud: [clientId] }],
    ['audience as a list of two', { aud: [clientId, 'another-client'] }],
    ['no audience', { aud: undefined }],
    ['other issuer', { iss: 'bigcommerce' }],
    ['no issuer', { iss: undefined }],
    ['expired a second ago', { exp: nowS - 1 }],
    ['no expiry', { exp: undefined }],
    ['nbf 31 s ahead', { nbf: nowS + 31 }],
    ['iat 31 s ahead', { iat: nowS + 31 }],
    ['no iat', { iat: undefined }],
    ['iat as text', { iat: 'yesterday' }],
    ['no jti', { jti: undefined }],
    ['no sub', { sub: undefined }],
    ['no user', { user: undefined }],
    ['no user.id', { user: { email: 'staff@example.com', locale: 'en' } }],
  ])('row 4: %s', async (_, changes) => {
    expect(await statusOf(await sign(changes))).toBe(401);
  });

  test.each([{ exp: 1e300 }, { iat: -1 }])(
    'times that no database keeps, %j, get 400',
    async (changes) => {
      expect(await statusOf(await sign(changes))).toBe(400);
    },
  );

  test('row 4: clocks may differ by 30 s', async () => {
    await expect(verify(await sign({ iat: nowS + 30, nbf: nowS + 30 }))).resolves.toBeDefined();
  });
});

describe('row 6: malformed claims get 400', () => {
  test.each<[string, Claims]>([
    ['sub with dots', { sub: 'stores/../x' }],
    ['sub with %2f', { sub: 'stores/a%2fb' }],
    ['sub in upper case', { sub: 'stores/ABC' }],
    ['sub in Unicode', { sub: 'stores/ábc' }],
    ['sub with a line break', { sub: 'stores/abc\n' }],
    ['sub with 33 characters', { sub: `stores/${'a'.repeat(33)}` }],
    ['sub without a hash', { sub: 'stores/' }],
    ['sub that is a hash alone', { sub: 'abc123' }],
    ['user.id as text', { user: { ...claims.user, id: '7' } }],
    ['user.id with a fraction', { user: { ...claims.user, id: 7.5 } }],
    ['user.id below zero', { user: { ...claims.user, id: -7 } }],
    ['user.id null', { user: { ...claims.user, id: null } }],
  ])('row 6: %s', async (_, changes) => {
    expect(await statusOf(await sign(changes))).toBe(400);
  });

  test('row 6: without a valid signature, malformed claims get 401', async () => {
    expect(
      await statusOf(await sign({ sub: 'stores/../x' }, {}, 'another-secret-0123456789abcdef')),
    ).toBe(401);
  });

  test('row 6: a store hash may have 32 characters', async () => {
    const hash = 'a1'.repeat(16);
    expect((await verify(await sign({ sub: `stores/${hash}` }))).storeHash).toBe(hash);
  });
});
