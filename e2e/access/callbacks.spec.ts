import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, test } from '../support/fixtures.ts';
import { type Claims, claims, sign } from '../support/sign-payload.ts';

const now = () => Math.floor(Date.now() / 1000);

test.describe('signed payloads', () => {
  test.beforeEach(({ stores }) => stores.install('aurora'));

  test('row 1: none, an empty one or two are refused', async ({ app, stack, stores }) => {
    const jwt = await sign(claims(stack, stores.hash('aurora')), stack.clientSecret);
    for (const path of ['load', 'uninstall', 'remove_user']) {
      for (const query of [
        '',
        '?signed_payload_jwt=',
        `?signed_payload_jwt=${jwt}&signed_payload_jwt=${jwt}`,
      ]) {
        expect((await app.get(`/${path}${query}`)).status).toBe(400);
      }
    }
  });

  test('row 2: what is too long or no JWT at all is refused', async ({ app }) => {
    for (const jwt of [
      'x',
      'a.b',
      'a.b.c',
      '...',
      `${'A'.repeat(9000)}.e30.x`,
      'A'.repeat(16_384),
    ]) {
      const { status } = await app.load(jwt);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });

  test('row 3: only HS256 with the client secret counts', async ({ app, stack, stores }) => {
    const payload = claims(stack, stores.hash('aurora'));
    const good = await sign(payload, stack.clientSecret);
    const [header, body, signature] = good.split('.');
    const forged = Buffer.from(JSON.stringify({ ...payload, user: { id: 1 } })).toString(
      'base64url',
    );
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = { kty: 'oct', k: Buffer.from('evil').toString('base64url') };
    const refused = [
      `${header}.${forged}.${signature}`,
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      await sign(payload, stack.clientSecret, { alg: 'HS512' }),
      await new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(privateKey),
      await sign(payload, 'another secret'),
      await sign(payload, 'evil', { jwk }),
      await sign(payload, 'evil', { jku: 'https://evil.example/keys' }),
      await sign(payload, stack.clientSecret, { jwk }),
    ];
    for (const jwt of refused) expect((await app.load(jwt)).status).toBe(401);
    expect((await app.load(good)).status).toBe(303);
  });

  const row4: [string, (clientId: string) => Claims][] = [
    ["another app's audience", () => ({ aud: 'someone else' })],
    ['a list of audiences', (clientId) => ({ aud: [clientId] })],
    ['no audience', () => ({ aud: undefined })],
    ['another issuer', () => ({ iss: 'evil' })],
    ['expired', () => ({ exp: now() - 60 })],
    ['no expiry', () => ({ exp: undefined })],
    ['valid only later', () => ({ nbf: now() + 60 })],
    ['issued in the future', () => ({ iat: now() + 60 })],
    ['not issued', () => ({ iat: undefined })],
    ['no jti', () => ({ jti: undefined })],
    ['no store', () => ({ sub: undefined })],
    ['no user', () => ({ user: undefined })],
    ['no user id', () => ({ user: { email: 'ann@example.com', locale: 'en' } })],
  ];
  for (const [title, replaced] of row4) {
    test(`row 4: ${title}`, async ({ app, stack, stores }) => {
      const payload = claims(stack, stores.hash('aurora'), replaced(stack.clientId));
      expect((await app.load(await sign(payload, stack.clientSecret))).status).toBe(401);
    });
  }

  test('row 4: half a minute of clock difference is forgiven', async ({ app, stack, stores }) => {
    const ahead = claims(stack, stores.hash('aurora'), { iat: now() + 20, nbf: now() + 20 });
    expect((await app.load(await sign(ahead, stack.clientSecret))).status).toBe(303);
  });

  test('row 5: a payload opens the app twice, but not after its time', async ({
    app,
    stack,
    stores,
    database,
  }) => {
    database.ageInstallations();
    const fresh = await sign(
      claims(stack, stores.hash('aurora'), { iat: now() - 590 }),
      stack.clientSecret,
    );
    expect((await app.load(fresh)).status).toBe(303);
    expect((await app.load(fresh)).status).toBe(303);
    const old = await sign(
      claims(stack, stores.hash('aurora'), { iat: now() - 610 }),
      stack.clientSecret,
    );
    const refused = await app.load(old);
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('Open the app again');
  });

  test('row 6: malformed stores and users are refused', async ({ app, stack, stores }) => {
    const hash = stores.hash('aurora');
    const subjects = [
      `stores/../${hash}`,
      `stores/${hash}%2f`,
      `stores/${hash.toUpperCase()}`,
      'stores/ä',
      `stores/${'a'.repeat(33)}`,
      'stores/',
      hash,
    ];
    const ids = ['7', 7.5, -7];
    for (const sub of subjects) {
      const jwt = await sign(claims(stack, hash, { sub }), stack.clientSecret);
      expect((await app.load(jwt)).status, sub).toBe(400);
    }
    for (const id of ids) {
      const user = { id, email: 'ann@example.com', locale: 'en' };
      const jwt = await sign(claims(stack, hash, { user }), stack.clientSecret);
      expect((await app.load(jwt)).status, String(id)).toBe(400);
    }
  });

  test('row 7: a foreign deep link opens the home screen', async ({ app, stack, stores }) => {
    const hash = stores.hash('aurora');
    const locationFor = async (url: string) => {
      const jwt = await sign(claims(stack, hash, { url }), stack.clientSecret);
      return (await app.load(jwt)).headers.get('location') ?? '';
    };
    const home = new RegExp(`^${stack.appUrl}/stores/${hash}/segments\\?launch=[\\w-]{43}$`);
    for (const url of [
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/x\r\nSet-Cookie: a=b',
      '/nowhere',
    ]) {
      expect(await locationFor(url)).toMatch(home);
    }
    expect(await locationFor('/segments?search=vip')).toContain(
      `/stores/${hash}/segments?search=vip&launch=`,
    );
  });
});
