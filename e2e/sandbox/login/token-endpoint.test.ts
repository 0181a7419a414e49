import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { client, sandboxForTests, storeApi } from '../../support/test-sandbox.ts';
import { auroraOwner } from '../seed/seed-users.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';
import { otherClient } from './token-endpoint.ts';

const sandbox = sandboxForTests();
const granted = z.object({ access_token: z.string(), scope: z.string(), context: z.string() });

async function authorize(): Promise<Record<string, string>> {
  const url = new URL(await sandbox.control.installUrl(auroraHash, auroraOwner.id));
  const { code = '', scope = '', context = '' } = Object.fromEntries(url.searchParams);
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uri: `${client.appUrl}/auth`,
    grant_type: 'authorization_code',
    code,
    scope,
    context,
  };
}

function exchange(fields: Record<string, string>, asForm = false): Promise<Response> {
  const body = asForm ? new URLSearchParams(fields) : JSON.stringify(fields);
  const headers = asForm ? {} : { 'content-type': 'application/json' };
  return fetch(`${sandbox.url}/oauth2/token`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
}

describe.each([
  ['JSON', false],
  ['a form', true],
])('a code sent as %s', (_name, asForm) => {
  test('is exchanged for a token that opens the store', async () => {
    const answer = await exchange(await authorize(), asForm);
    expect(answer.status).toBe(200);
    const body: unknown = await answer.json();
    expect(body).toMatchObject({
      context: `stores/${auroraHash}`,
      user: { id: auroraOwner.id, email: auroraOwner.email },
      owner: { id: auroraOwner.id },
      account_uuid: (await sandbox.control.state(auroraHash)).accountUuid,
    });
    const api = storeApi(sandbox.url, auroraHash, granted.parse(body).access_token);
    expect((await api('GET', '/v2/store')).status).toBe(200);
  });
});

test.each([
  ['client_secret', 'wrong', 401, 'invalid_client'],
  ['client_id', 'wrong', 401, 'invalid_client'],
  ['grant_type', 'password', 400, 'unsupported_grant_type'],
  ['redirect_uri', 'http://evil.example/auth', 400, 'invalid_grant'],
  ['code', 'made-up', 400, 'invalid_grant'],
  ['context', `stores/${brambleHash}`, 400, 'invalid_grant'],
  ['scope', 'store_v2_customers', 400, 'invalid_scope'],
])('a wrong %s is refused and leaves the code valid', async (field, value, status, error) => {
  const fields = await authorize();
  const refused = await exchange({ ...fields, [field]: value });
  expect([refused.status, await refused.json()]).toEqual([status, { error }]);
  expect((await exchange(fields)).status).toBe(200);
});

test('a code is refused to another app', async () => {
  const fields = await authorize();
  const { clientId, clientSecret } = otherClient;
  const refused = await exchange({ ...fields, client_id: clientId, client_secret: clientSecret });
  expect([refused.status, await refused.json()]).toEqual([400, { error: 'invalid_grant' }]);
  expect((await exchange(fields)).status).toBe(200);
});

test('a missing field is an invalid request', async () => {
  const { code: _code, ...fields } = await authorize();
  const answer = await exchange(fields);
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid_request' }]);
});

test('a code works once, even when sent three times at once', async () => {
  const fields = await authorize();
  const answers = await Promise.all([exchange(fields), exchange(fields), exchange(fields)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
});

test('a code expires', async () => {
  await sandbox.control.set({ codeLifetimeMs: 0 });
  expect((await exchange(await authorize())).status).toBe(400);
});

test('a reinstallation revokes the old token', async () => {
  const old = await sandbox.api(auroraHash);
  const { access_token } = granted.parse(await (await exchange(await authorize())).json());
  expect((await old('GET', '/v3/segments')).status).toBe(401);
  const fresh = storeApi(sandbox.url, auroraHash, access_token);
  expect((await fresh('GET', '/v3/segments')).status).toBe(200);
});

test('a failed exchange keeps the old token valid', async () => {
  const old = await sandbox.api(auroraHash);
  await exchange({ ...(await authorize()), client_secret: 'wrong' });
  expect((await old('GET', '/v3/segments')).status).toBe(200);
});

test('the exchange can be set to answer with another context or fewer scopes', async () => {
  await sandbox.control.setLogin({
    context: 'stores/other',
    accountUuid: 'x',
    scope: 'store_v2_default',
  });
  const answer = await exchange(await authorize());
  expect(await answer.json()).toMatchObject({
    context: 'stores/other',
    account_uuid: 'x',
    scope: 'store_v2_default',
  });
});

test('an injected fault leaves the code valid', async () => {
  const fields = await authorize();
  await sandbox.control.addFault({ path: '/oauth2/token', fault: 'html' });
  expect((await exchange(fields)).headers.get('content-type')).toContain('text/html');
  expect((await exchange(fields)).status).toBe(200);
});
