import { once } from 'node:events';
import http from 'node:http';
import { describe, expect, test } from 'vitest';
import { sandboxForTests, storeApi } from '../../support/test-sandbox.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();

test("a wrong token is unauthorized, in the API version's error format", async () => {
  const api = storeApi(sandbox.url, auroraHash, 'made-up');
  const v3 = await api('GET', '/v3/segments');
  expect([v3.status, await v3.json()]).toMatchObject([401, { status: 401, errors: {} }]);
  const v2 = await api('GET', '/v2/store');
  expect([v2.status, await v2.json()]).toMatchObject([401, [{ status: 401 }]]);
});

test("one store's token does not open another", async () => {
  const token = await sandbox.control.install(auroraHash);
  await sandbox.control.install(brambleHash);
  expect((await storeApi(sandbox.url, brambleHash, token)('GET', '/v3/segments')).status).toBe(401);
});

describe('with read-only access to customers', () => {
  const segment = '/v3/segments/00000000-0000-4000-8000-000000000000/shopper-profiles';
  test.each([
    ['GET', '/v3/segments', 200],
    ['GET', '/v3/shopper-profiles', 200],
    ['GET', '/v3/customers', 200],
    ['GET', '/v2/customer_groups', 200],
    ['GET', segment, 403],
    ['POST', segment, 403],
    ['POST', '/v3/segments', 403],
    ['PUT', '/v3/segments', 403],
    ['DELETE', '/v3/segments', 403],
    ['POST', '/v3/shopper-profiles', 403],
    ['DELETE', '/v3/shopper-profiles', 403],
    ['GET', '/v3/promotions', 403],
    ['GET', '/v2/store', 403],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const api = await sandbox.api(auroraHash, ['store_v2_customers_read_only']);
    expect((await api(method, path)).status).toBe(status);
    expect((await sandbox.control.state(auroraHash)).segments).toHaveLength(240);
  });
});

test('the scopes of a token can be reduced after it was issued', async () => {
  const api = await sandbox.api(auroraHash);
  const [{ id } = { id: '' }] = (await sandbox.control.state(auroraHash)).segments;
  const members = `/v3/segments/${id}/shopper-profiles`;
  expect((await api('GET', members)).status).toBe(200);
  await sandbox.control.set({ reducedScopes: ['store_v2_customers_read_only'] });
  expect((await api('GET', members)).status).toBe(403);
  expect((await api('GET', '/v3/segments')).status).toBe(200);
});

test('a plan without segmentation is refused by the segmentation endpoints only', async () => {
  const api = await sandbox.api(auroraHash);
  await sandbox.control.set({ segmentation: false });
  expect((await api('GET', '/v3/segments')).status).toBe(403);
  expect((await api('GET', '/v3/shopper-profiles')).status).toBe(403);
  expect((await api('GET', '/v3/customers')).status).toBe(200);
});

test.each([
  [{}, 406],
  [{ accept: 'text/html' }, 406],
  [{ accept: 'text/html, */*;q=0.8' }, 200],
  [{ accept: 'application/json' }, 200],
])('a request with %j is answered with %i', async (accept, status) => {
  const token = await sandbox.control.install(auroraHash);
  const url = `${sandbox.url}/stores/${auroraHash}/v3/segments`;
  // fetch would add the header Accept.
  const request = http.get(url, { headers: { 'x-auth-token': token, ...accept } });
  const [response]: http.IncomingMessage[] = await once(request, 'response');
  expect(response?.resume().statusCode).toBe(status);
});

test('an unknown path is not found', async () => {
  const api = await sandbox.api(auroraHash);
  expect((await api('GET', '/v3/nothing')).status).toBe(404);
});
