import type { SandboxControl } from '../sandbox/control-client.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Stores } from '../support/known-stores.ts';

/* The app's panel that opens beside the control panel's list of customers. */

/** The app's panels that are registered at BigCommerce for Aurora. */
const panels = async ({ stores, sandbox }: { stores: Stores; sandbox: SandboxControl }) =>
  (await sandbox.state(stores.hash('aurora'))).appExtensions;

test('the panel is registered once, also after a reinstall, and goes when the app is uninstalled', async ({
  stores,
  sandbox,
}) => {
  await stores.install('aurora');
  const [panel, ...others] = await panels({ stores, sandbox });
  expect(others).toEqual([]);
  expect(panel).toMatchObject({ context: 'PANEL', model: 'CUSTOMERS' });
  await stores.install('aurora');
  expect(await panels({ stores, sandbox })).toEqual([panel]);
  await sandbox.uninstall(stores.hash('aurora'));
  expect(await panels({ stores, sandbox })).toEqual([]);
});

test('without its scope the panel is not registered', async ({ app, stores, sandbox }) => {
  const scope = 'users_basic_information store_v2_customers';
  await sandbox.setLogin({ scope });
  const hash = stores.hash('aurora');
  const url = await sandbox.installUrl(hash, stores.user('aurora').id);
  expect((await app.get(url)).status).toBe(303);
  expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
  // Once a later installation has registered its panel, this one would have, too.
  await sandbox.setLogin();
  await stores.install('bramble');
  const calls = (await sandbox.log()).filter(({ path }) => path.endsWith('/graphql'));
  expect(new Set(calls.map(({ store }) => store))).toEqual(new Set([stores.hash('bramble')]));
});

test('registering the panel neither fails nor delays an installation, and the next one makes up for it', async ({
  app,
  stores,
  sandbox,
}) => {
  const url = () => sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id);
  const calls = async () => {
    const log = await sandbox.log();
    return log.flatMap(({ path, status }) => (path.endsWith('/graphql') ? [status] : []));
  };
  await sandbox.addFault({ path: '/graphql', fault: '500' });
  expect((await app.get(await url())).status).toBe(303);
  await expect.poll(calls).toEqual([500]);
  expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
  expect(await panels({ stores, sandbox })).toEqual([]);

  await sandbox.clearLog();
  await sandbox.addFault({ path: '/graphql', fault: 'slow', delayMs: 1_000 });
  expect((await app.get(await url())).status).toBe(303);
  await expect.poll(calls).toEqual([null]);
  await expect.poll(() => panels({ stores, sandbox })).toHaveLength(1);
});
