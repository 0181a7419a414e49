import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { client, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraOwner, germanStaff } from '../seed/seed-users.ts';
import { brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const key = new TextEncoder().encode(client.clientSecret);

test('a load address carries the documented claims', async () => {
  const url = new URL(await sandbox.control.loadUrl(brambleHash, germanStaff.id, '/segments/1'));
  expect(url.origin + url.pathname).toBe(`${client.appUrl}/load`);
  const jwt = url.searchParams.get('signed_payload_jwt') ?? '';
  const { payload } = await jwtVerify(jwt, key, { algorithms: ['HS256'] });
  expect(payload).toMatchObject({
    aud: client.clientId,
    iss: 'bc',
    jti: expect.stringMatching(/.{16}/),
    sub: `stores/${brambleHash}`,
    user: { id: germanStaff.id, email: germanStaff.email, locale: 'de-DE' },
    url: '/segments/1',
    channel_id: null,
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(86_400);
  expect(payload.nbf).toBe(payload.iat);
});

test.each(['HS256', 'HS384', 'HS512', 'RS256', 'none'] as const)(
  'a payload can be signed with %s',
  async (algorithm) => {
    const jwt = await sandbox.control.payload({
      algorithm,
      header: { jku: 'http://evil.example' },
    });
    expect(decodeProtectedHeader(jwt)).toMatchObject({
      alg: algorithm,
      jku: 'http://evil.example',
    });
    expect(jwt.split('.')[2] === '').toBe(algorithm === 'none');
  },
);

test('claims can be changed and omitted', async () => {
  const claims = { aud: ['a', 'b'], iat: 'soon' };
  const jwt = await sandbox.control.payload({ claims, omit: ['jti', 'sub'] });
  const payload = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
  expect(payload).toMatchObject({ aud: ['a', 'b'], iat: 'soon', user: { id: auroraOwner.id } });
  expect(payload).not.toHaveProperty('jti');
  expect(payload).not.toHaveProperty('sub');
});

test('a payload signed with another secret does not verify', async () => {
  const jwt = await sandbox.control.payload({ secret: 'not the client secret' });
  expect(decodeJwt(jwt).iss).toBe('bc');
  await expect(jwtVerify(jwt, key)).rejects.toThrow('signature');
});
