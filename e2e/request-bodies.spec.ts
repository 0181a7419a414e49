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
  const path = `/stores/${stores.hash('aurora')}/segments`;
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
  for (const id of serverActions()) {
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
  const path = `/stores/${stores.hash('aurora')}/segments`;
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
  ];
  for (const action of serverActions()) {
    for (const input of inputs) {
      const answer = await app.action(action, path, [token, input]);
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
  for (const id of serverActions()) {
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
