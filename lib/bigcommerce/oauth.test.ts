import { describe, expect, test, vi } from 'vitest';
import { type Reply, startTestApi } from '../testing/test-api.ts';
import { type CodeExchange, exchangeCode, OAuthError, type OAuthErrorKind } from './oauth.ts';

const api = startTestApi();

const grant = {
  access_token: 'the-token',
  scope: 'store_v2_customers  users_basic_information',
  user: { id: 7, username: 'staff', email: 'staff@example.com' },
  owner: { id: 1, username: 'owner', email: 'owner@example.com' },
  context: 'stores/abc123',
  account_uuid: 'b1e6a1f0-0000-4000-8000-000000000000',
};

const exchange = (changes: Partial<CodeExchange> = {}) =>
  exchangeCode({
    loginUrl: api.url,
    clientId: 'client',
    clientSecret: 'canary-secret',
    redirectUri: 'https://app.example/auth',
    code: 'canary-code',
    scope: 'store_v2_customers',
    context: 'stores/abc123',
    requestId: 'the-request',
    ...changes,
  });

test('a code is exchanged for the token of its store', async () => {
  api.handle(() => ({ body: grant }));
  expect(await exchange()).toEqual({
    accessToken: 'the-token',
    scope: ['store_v2_customers', 'users_basic_information'],
    user: { id: 7, email: 'staff@example.com' },
    ownerId: 1,
    accountUuid: grant.account_uuid,
  });
  expect(api.seen).toMatchObject([
    {
      method: 'POST',
      url: '/oauth2/token',
      headers: { 'x-correlation-id': 'the-request' },
      body: {
        client_id: 'client',
        client_secret: 'canary-secret',
        code: 'canary-code',
        context: 'stores/abc123',
        scope: 'store_v2_customers',
        grant_type: 'authorization_code',
        redirect_uri: 'https://app.example/auth',
      },
    },
  ]);
});

test.each([undefined, null, { id: 'one' }])(
  'an answer with the owner %j is not thrown away',
  async (owner) => {
    api.handle(() => ({ body: { ...grant, owner } }));
    expect(await exchange()).toMatchObject({ accessToken: 'the-token', ownerId: 7 });
  },
);

describe('a failure has a kind and repeats no secret', () => {
  test.each<[string, Reply | 'cut', OAuthErrorKind]>([
    ['used code', { status: 400, body: { error: 'invalid_grant' } }, 'rejected'],
    ['wrong secret', { status: 401, body: { error: 'invalid_client' } }, 'rejected'],
    ['refusal that repeats the code', { status: 400, body: { error: 'canary-code' } }, 'rejected'],
    ['refusal in HTML', { status: 403, body: '<html>' }, 'rejected'],
    ['server error', { status: 503, body: '<html>' }, 'unavailable'],
    ['redirect', { status: 302, headers: { location: '/elsewhere' } }, 'unavailable'],
    ['cut connection', 'cut', 'unavailable'],
    ['HTML', { body: '<html>' }, 'invalid-answer'],
    ['no token', { body: { ...grant, access_token: undefined } }, 'invalid-answer'],
    [
      'user id as text',
      { body: { ...grant, user: { id: '7', email: 'a@b.c' } } },
      'invalid-answer',
    ],
    ['other store', { body: { ...grant, context: 'stores/other' } }, 'invalid-answer'],
    ['too much', { body: ' '.repeat(100_000) }, 'unavailable'],
  ])('%s', async (_, reply, kind) => {
    api.handle(() => reply);
    const error = await exchange().catch((reason: unknown) => reason);
    if (!(error instanceof OAuthError)) return expect.fail('no OAuthError');
    expect(error.kind).toBe(kind);
    expect(api.seen).toHaveLength(1);
    for (const secret of ['canary-secret', 'canary-code', 'the-token']) {
      expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(secret);
    }
  });

  test('no answer within ten seconds', async () => {
    const time = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
    api.handle(() => {
      time.abort();
      return 'hang';
    });
    await expect(exchange()).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'the login timed out',
    });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000);
  });

  test('no server listens', async () => {
    await expect(exchange({ loginUrl: 'http://127.0.0.1:1' })).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  test.each(['', 'stores/../x', 'stores/ABC', 'abc123'])(
    'context %j is not even sent',
    async (context) => {
      await expect(exchange({ context })).rejects.toMatchObject({ kind: 'rejected' });
      expect(api.seen).toEqual([]);
    },
  );
});
