import { randomUUID } from 'node:crypto';
import { actionInputs } from '../support/addresses.ts';
import { expect, test } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { serverActions } from '../support/server-actions.ts';

/* BigCommerce revokes a token without notice when the owner's email or the app's scopes change. */
test.use({ installs: ['aurora'] });

test('after a 401, until the app is installed again, a launch sends BigCommerce one request and nothing else sends any', async ({
  app,
  stores,
  sandbox,
}) => {
  const hash = stores.hash('aurora');
  const before = await stores.open('aurora');
  await sandbox.revokeToken(hash);
  await sandbox.clearLog();
  const refused = await app.segments(before.token);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ error: { code: 'reinstall-required' } });
  // The app requests as many pages at once as the last list had.
  expect(new Set((await sandbox.log()).map(({ status }) => status))).toEqual(new Set([401]));
  await sandbox.clearLog();

  const again = await stores.open('aurora', 'staff');
  expect((await sandbox.log()).map(({ path, status }) => `${path} ${status}`)).toEqual([
    `/stores/${hash}/v2/store 401`,
  ]);
  await sandbox.clearLog();
  for (const { token } of [before, again]) {
    expect((await app.segments(token)).status).toBe(403);
    expect((await app.session(token)).status).toBe(200);
  }
  const inputs = actionInputs({ segmentId: randomUUID(), profileId: randomUUID(), customerId: 1 });
  for (const { id, name, path } of serverActions(hash)) {
    const answer = await app.action(id, path, [again.token, inputs[name]]);
    expect(await answer.text(), name).toContain('reinstall-required');
  }
  expect(await sandbox.log()).toEqual([]);

  await stores.install('aurora');
  expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
});

test('opening the app again clears a 401 that BigCommerce sent by mistake', async ({
  app,
  session: { token },
  stores,
  sandbox,
}) => {
  await sandbox.addFault({ path: '/v3/segments', fault: '401', times: 20 });
  expect((await app.segments(token)).status).toBe(403);
  await sandbox.clearFaults();
  expect((await app.segments(token)).status).toBe(403);
  expect((await stores.open('aurora', 'staff')).html).toContain('Actions for');
  expect((await app.segments(token)).status).toBe(200);
});

test('a late 401 for the old token does not affect the new installation', async ({
  app,
  session: { token },
  stores,
  sandbox,
}) => {
  await sandbox.clearLog();
  await sandbox.addFault({ path: '/v3/segments', fault: 'slow', delayMs: 5_000 });
  const late = app.segments(token);
  await expect.poll(() => sandbox.log(), { intervals: [20] }).not.toHaveLength(0);
  await stores.install('aurora');
  const fresh = await stores.open('aurora');
  expect((await late).status).toBe(403);
  expect((await app.segments(fresh.token)).status).toBe(200);
});

test.describe('on the screen', () => {
  test.use({ expectedErrors: [[readErrors(403), /favicon/], { scope: 'test' }] });

  test('a launch shows that the app must be installed again', async ({ page, stores, sandbox }) => {
    const hash = stores.hash('aurora');
    await sandbox.revokeToken(hash);
    for (const user of [stores.user('aurora'), stores.user('aurora', 'staff')]) {
      await page.goto(await sandbox.loadUrl(hash, user.id));
      await expect(page.getByText('Install the app again', { exact: true })).toBeVisible();
    }
    await stores.install('aurora');
    await page.goto(await sandbox.loadUrl(hash, stores.user('aurora').id));
    await expect(page.getByText('240 of 1,000 segments')).toBeVisible();
  });
});
