import { addressIn } from '../../lib/screens/screens.ts';
import { actionInputs } from '../support/addresses.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { serverAction, serverActions } from '../support/server-actions.ts';

/*
 * lib/requests/action-body.test.ts and the tests of each schema try all bodies and arguments; these
 * tests show that every action has a schema, and that BigCommerce gets nothing of a refused body.
 */

test('row 25: an action refuses a body that is not a list of plain values', async ({
  app,
  session: { token },
  stack,
  stores,
  sandbox,
}) => {
  await sandbox.clearLog();
  const path = addressIn(stores.hash('aurora'), linkTo.segments());
  const headers = {
    'next-action': serverAction('createSegment'),
    'content-type': 'text/plain;charset=UTF-8',
    origin: stack.appUrl,
  };
  for (const [body, status] of [
    [JSON.stringify([token, { name: 'a'.repeat(64 * 1024), description: '' }]), 413],
    [`["${token}",{"__proto__":{"name":"x","description":""}}]`, 400],
  ] as const) {
    const answer = await app.send('POST', path, headers, body);
    expect(answer.status, body.slice(0, 80)).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { message: expect.any(String) } });
  }
  expect(await sandbox.log()).toEqual([]);
  expect((await app.session(token)).status).toBe(200);
});

test('row 25: each action refuses extra and missing fields', async ({
  app,
  session: { token },
  stores,
  sandbox,
}) => {
  const inputs = actionInputs(await stores.existingIds('aurora'));
  await sandbox.clearLog();
  for (const { id, name, path } of serverActions(stores.hash('aurora'))) {
    const good = inputs[name] ?? {};
    const tooFew = Object.fromEntries(Object.entries(good).slice(1));
    for (const input of [{ ...good, admin: true }, tooFew, undefined]) {
      const answer = await app.action(id, path, [token, input]);
      expect(await answer.text(), `${name} ${JSON.stringify(input)}`).toContain(
        '"code":"invalid-input"',
      );
    }
  }
  expect(await sandbox.log()).toEqual([]);
});

test('row 25: forms, unknown actions and other methods have no effect', async ({
  app,
  session: { token },
  stack,
  stores,
  sandbox,
}) => {
  const path = addressIn(stores.hash('aurora'), linkTo.segments());
  await sandbox.clearLog();
  const id = serverAction('createSegment');
  const fields = [
    [`$ACTION_ID_${id}`, ''],
    ['1_0', JSON.stringify([token, { name: 'x', description: '' }])],
    ['0', '["$@1",{}]'],
  ];
  const parts = fields.map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join('')}--x--\r\n`;
  const withoutScript = {
    'content-type': 'multipart/form-data; boundary=x',
    origin: stack.appUrl,
  };
  expect((await app.send('POST', path, withoutScript, body)).status).toBe(405);
  const headers = { ...withoutScript, 'next-action': id };
  expect((await app.send('POST', path, headers, body)).status).toBe(415);
  expect((await app.send('PUT', path, headers, body)).status).toBe(405);
  for (const unknown of ['garbage', '0'.repeat(42)]) {
    const { status } = await app.action(unknown, path, [token, {}]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
  expect(await sandbox.log()).toEqual([]);
});
