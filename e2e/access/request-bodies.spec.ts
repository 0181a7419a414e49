import { addressIn } from '../../lib/screens/screens.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { serverActions } from '../support/server-actions.ts';

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
    { ids: Array(101).fill(id) },
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
    { segmentId: id, profileIds: Array(101).fill(id) },
    { segmentId: id, atMost: 0 },
    { segmentId: id, atMost: 'all' },
    { segmentId: id },
    { segmentId: id, filter: {}, offset: 0 },
    { segmentId: id, filter: { type: 'group', groupId: 1 }, offset: -1 },
    { segmentId: id, filter: { type: 'group', groupId: 1, company: 'x' }, offset: 0 },
    { segmentId: id, filter: { type: 'company', company: 'One, Two' }, offset: 0 },
    { segmentId: id, filter: { type: 'company', company: '\ud800' }, offset: 0 },
    { segmentId: id, filter: { type: 'created', from: '2024-02-01', to: '2024-01-01' }, offset: 0 },
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
  const path = addressIn(stores.hash('aurora'), linkTo.segments());
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
