import { readableAddresses } from '../support/addresses.ts';
import { expect, test } from '../support/fixtures.ts';
import { plainRequest } from '../support/plain-request.ts';
import { guardedRoutes } from '../support/routes.ts';
import { bearer } from '../support/session-token.ts';

const large = 'a'.repeat(64 * 1024);
const nested = '['.repeat(30_000) + ']'.repeat(30_000);

test('row 25: an API route refuses a body of any size, and unknown parameters', async ({
  app,
  session: { token },
  stack,
}) => {
  const authorization = `Bearer ${token}`;
  for (const { method, path } of guardedRoutes()) {
    const url = new URL(path, stack.appUrl);
    if ((await plainRequest(url, { method })).status === 405) continue;
    const send = async (body: string, headers = {}) => {
      const length = String(Buffer.byteLength(body));
      const given = { authorization, 'content-length': length, ...headers };
      return (await plainRequest(url, { method, headers: given, body })).status;
    };
    expect(await send(`${large}a`), `${method} ${path}`).toBe(413);
    expect(await send(nested)).toBe(400);
    expect(await send('{"__proto__":{}}', { 'content-type': 'application/json' })).toBe(400);
    for (const query of ['constructor=x', 'toString=x', 'a[b]=c', 'store=a&store=b']) {
      const answer = await app.send(method, `${path}?${query}`, { authorization });
      expect(answer.status, query).toBeGreaterThanOrEqual(400);
      expect(answer.status, query).toBeLessThan(500);
    }
  }
  expect((await app.session(token)).status).toBe(200);
});

test('row 25: an API route refuses missing, repeated and malformed parameters', async ({
  app,
  session: { token },
  stores,
  sandbox,
}) => {
  const headers = bearer(token);
  const known = await stores.existingIds('aurora');
  await sandbox.clearLog();
  const addresses = Object.values(readableAddresses(known));
  for (const path of addresses) {
    const [start = '', query = ''] = path.split('?');
    const doubled = query.split('&').find((pair) => pair !== '') ?? 'x=1';
    for (const more of ['x=1', 'segmentId=x', 'customerId=1', 'limit=1000', doubled]) {
      const address = `${start}?${[query, more].filter(Boolean).join('&')}`;
      expect((await app.get(address, headers)).status, address).toBe(400);
    }
  }
  const { segmentId } = known;
  for (const [path, status] of [
    ['/api/segments/x', 404],
    ['/api/segments/x/shoppers', 404],
    [`/api/segments/${segmentId}/shoppers?page=0`, 400],
    [`/api/segments/${segmentId}/shoppers?page=1e3`, 400],
    [`/api/segments/${segmentId}/members`, 400],
    [`/api/segments/${segmentId}/members?among=`, 400],
    [`/api/segments/${segmentId}/members?among=1`, 400],
    [`/api/segments/${segmentId}/members?among=1:x`, 400],
    [`/api/segments/${segmentId}/members?among=-1:${segmentId}`, 400],
    [`/api/segments/${segmentId}/members?among=1:${segmentId}:1`, 400],
    [`/api/segments/${segmentId}/members?among=${Array(101).fill(`1:${segmentId}`).join()}`, 400],
    ['/api/customers', 400],
    ['/api/customers?search=a', 400],
    [`/api/customers?search=${'a'.repeat(201)}`, 400],
    [`/api/customers?search=${'%E8%AA%9E'.repeat(200)}`, 400],
    ['/api/customers?search=ann&segment=x', 400],
    ['/api/customers/0', 404],
    ['/api/customers/count', 400],
    ['/api/customers/count?type=group', 400],
    ['/api/customers/count?type=company&company=One%2CTwo', 400],
    ['/api/customers/count?type=created&from=2024-02-01&to=2024-01-01', 400],
    ['/api/shopper-counts', 400],
    ['/api/shopper-counts?ids=', 400],
    [`/api/shopper-counts?ids=${Array(51).fill(segmentId).join()}`, 400],
  ] as const) {
    expect((await app.get(path, headers)).status, path).toBe(status);
  }
  expect(await sandbox.log()).toEqual([]);
});
