import { readableAddresses } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { plainRequest } from './support/plain-request.ts';
import { guardedRoutes } from './support/routes.ts';
import { serverActions } from './support/server-actions.ts';

const large = 'a'.repeat(64 * 1024);
const nested = '['.repeat(30_000) + ']'.repeat(30_000);

test.beforeEach(({ stores }) => stores.install('aurora'));

test('row 25: an action refuses what is no list of plain arguments', async ({
  app,
  stack,
  stores,
  sandbox,
}) => {
  const { token } = await stores.open('aurora');
  await sandbox.clearLog();
  const bodies: [string, number][] = [
    [JSON.stringify([token, { name: large, description: '' }]), 413],
    [`["${token}",${nested}]`, 400],
    [`["${token}",{"__proto__":{"name":"x","description":""}}]`, 400],
    [`["${token}","$1:constructor:constructor"]`, 400],
    [`["${token}"`, 400],
    ['', 400],
    ['null', 400],
  ];
  for (const { id, path } of serverActions(stores.hash('aurora'))) {
    for (const [body, status] of bodies) {
      const headers = {
        'next-action': id,
        'content-type': 'text/plain;charset=UTF-8',
        origin: stack.appUrl,
      };
      const answer = await app.send('POST', path, headers, body);
      expect(answer.status, body.slice(0, 80)).toBe(status);
      expect(await answer.json()).toMatchObject({ error: { message: expect.any(String) } });
    }
  }
  expect(await sandbox.log()).toEqual([]);
  expect((await app.session(token)).status).toBe(200);
});

test('row 25: an action refuses extra fields and wrong types', async ({ app, stores, sandbox }) => {
  const { token } = await stores.open('aurora');
  const id = (await sandbox.state(stores.hash('aurora'))).segments[0]?.id ?? '';
  await sandbox.clearLog();
  const texts = { name: 'x', description: '' };
  const inputs = [
    undefined,
    null,
    [],
    'text',
    7,
    true,
    {},
    { ...texts, admin: true },
    { id, ...texts, store: 'other' },
    { ids: [id], all: true },
    { name: { toString: 'x' }, description: '' },
    { name: ['x'], description: '' },
    { id: [id], ...texts },
    { id: { in: id }, ...texts },
    { ids: id },
    { ids: { 0: id, length: 1 } },
    { ids: [[id]] },
    { constructor: { prototype: {} }, ...texts },
    { segmentId: id, customerIds: [] },
    { segmentId: id, customerIds: [0] },
    { segmentId: id, customerIds: [1.5] },
    { segmentId: id, customerIds: ['1'] },
    { segmentId: id, customerIds: Array.from({ length: 251 }, (_, index) => index + 1) },
    { segmentId: '../segments', customerIds: [1] },
    { segmentId: id, customerIds: [1], all: true },
    { segmentId: id, profileIds: [] },
    { segmentId: id, profileIds: ['all'] },
    { segmentId: id, profileIds: id },
    { segmentId: id, profileIds: Array(251).fill(id) },
    { segmentId: id, atMost: 0 },
    { segmentId: id, atMost: 'all' },
    { segmentId: id },
    { segmentId: id, filter: {}, page: 1 },
    { segmentId: id, filter: { type: 'group', groupId: 1 }, page: 0 },
    { segmentId: id, filter: { type: 'group', groupId: 1, company: 'x' }, page: 1 },
    { segmentId: id, filter: { type: 'company', company: 'One, Two' }, page: 1 },
    { segmentId: id, filter: { type: 'company', company: '\ud800' }, page: 1 },
    { segmentId: id, filter: { type: 'created', from: '2024-02-01', to: '2024-01-01' }, page: 1 },
  ];
  for (const action of serverActions(stores.hash('aurora'))) {
    for (const input of inputs) {
      const answer = await app.action(action.id, action.path, [token, input]);
      expect(await answer.text(), JSON.stringify(input)).toContain('"code":"invalid-input"');
    }
  }
  expect(await sandbox.log()).toEqual([]);
});

test('row 25: forms, unknown actions and other methods start nothing', async ({
  app,
  stack,
  stores,
  sandbox,
}) => {
  const { token } = await stores.open('aurora');
  const path = `/stores/${stores.hash('aurora')}/segments`;
  await sandbox.clearLog();
  const form = 'multipart/form-data; boundary=x';
  for (const { id } of serverActions(stores.hash('aurora'))) {
    const fields = [
      [`$ACTION_ID_${id}`, ''],
      ['1_0', JSON.stringify([token, { name: 'x', description: '' }])],
      ['0', '["$@1",{}]'],
    ];
    const parts = fields.map(
      ([name, value]) =>
        `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const body = `${parts.join('')}--x--\r\n`;
    const origin = stack.appUrl;
    const withoutScript = { 'content-type': form, origin };
    expect((await app.send('POST', path, withoutScript, body)).status).toBe(405);
    const headers = { 'content-type': form, 'next-action': id, origin };
    expect((await app.send('POST', path, headers, body)).status).toBe(415);
    expect((await app.send('PUT', path, headers, body)).status).toBe(405);
  }
  for (const unknown of ['garbage', '0'.repeat(42)]) {
    const { status } = await app.action(unknown, path, [token, {}]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
  expect(await sandbox.log()).toEqual([]);
});

test('row 25: an API route refuses a body of any size, and what it does not know in its query', async ({
  app,
  stack,
  stores,
}) => {
  const { token } = await stores.open('aurora');
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

test('row 25: an API route refuses what does not belong to its own query', async ({
  app,
  stores,
  sandbox,
}) => {
  const { token } = await stores.open('aurora');
  const headers = { authorization: `Bearer ${token}` };
  const known = await stores.known('aurora');
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
