import { test as base, expect } from '@playwright/test';
import { addressIn } from '../../lib/screens/screens.ts';
import { SandboxControl } from '../sandbox/control-client.ts';
import { type PostgresServer, startPostgres } from '../stack/postgres-server.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { Stores } from '../support/known-stores.ts';
import { linkTo } from '../support/link-to.ts';

/** Two instances of the app over one PostgreSQL, as behind a load balancer. */
interface Cluster {
  postgres: PostgresServer;
  stack: Stack;
  sandbox: SandboxControl;
  first: AppClient;
  second: AppClient;
}

const test = base.extend<object, { cluster: Cluster }>({
  cluster: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here
    async ({}, use) => {
      const postgres = await startPostgres();
      const stack = await startStack({ env: { DATABASE_URL: postgres.url } });
      const first = new AppClient(stack);
      const second = new AppClient({ appUrl: await stack.startInstance() });
      await use({ postgres, stack, sandbox: new SandboxControl(stack.sandboxUrl), first, second });
      await stack.stop();
      await postgres.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test.beforeEach(({ cluster }) => cluster.sandbox.reset());

test('two instances share installations and sessions, and uninstalling on one ends both at once', async ({
  cluster: { sandbox, first, second },
}) => {
  await new Stores(sandbox, first).install('aurora');
  const onSecond = new Stores(sandbox, second);
  const { token } = await onSecond.open('aurora');
  expect((await second.session(token)).status).toBe(200);
  expect((await first.session(token)).status).toBe(200);
  expect((await second.segments(token)).status).toBe(200);

  await sandbox.uninstall(onSecond.hash('aurora'));
  expect((await second.session(token)).status).toBe(401);
  expect((await first.session(token)).status).toBe(401);
  const again = await second.get(await loadUrl(onSecond, sandbox));
  expect(again.status).toBe(404);
});

test('row 15: installing one store on both instances at once keeps the token that works', async ({
  cluster: { sandbox, first, second },
}) => {
  const stores = new Stores(sandbox, first);
  const hash = stores.hash('aurora');
  for (let round = 0; round < 5; round += 1) {
    const urls = await Promise.all(
      Array.from({ length: 4 }, () => sandbox.installUrl(hash, stores.user('aurora').id)),
    );
    const answers = await Promise.all(
      urls.map((url, index) => (index % 2 ? first : second).get(pathOf(url))),
    );
    for (const { status } of answers) expect([303, 400]).toContain(status);
    const { token } = await stores.open('aurora');
    expect((await second.segments(token)).status).toBe(200);
  }
});

test('while the database restarts under load the app answers 503, and works again afterwards', async ({
  cluster: { postgres, sandbox, first, second },
}) => {
  const stores = new Stores(sandbox, first);
  await stores.install('aurora');
  const { token } = await stores.open('aurora');
  const seen = new Set<number>();
  let over = false;
  const load = [first, second].flatMap((app) =>
    Array.from({ length: 5 }, async () => {
      while (!over) seen.add((await app.session(token)).status);
    }),
  );
  await expect.poll(() => seen).toContain(200);
  expect((await first.get('/readyz')).status).toBe(200);
  const launch = (await first.get(await loadUrl(stores, sandbox))).headers.get('location') ?? '';

  await postgres.halt();
  await expect.poll(() => seen).toContain(503);
  for (const app of [first, second]) {
    expect((await app.get('/readyz')).status).toBe(503);
    expect((await app.get('/healthz')).status).toBe(200);
    const answer = await app.session(token);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: 'unavailable' } });
    const page = await app.get(await loadUrl(stores, sandbox));
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('not available right now');
    const shell = await app.get(addressIn(stores.hash('aurora'), linkTo.segments()));
    expect(shell.status).toBe(200);
    const launchPage = await app.get(pathOf(launch));
    expect(launchPage.status).toBe(503);
    expect(await launchPage.text()).toContain('not available right now');
  }

  await postgres.start();
  for (const app of [first, second]) {
    await expect.poll(async () => (await app.get('/readyz')).status).toBe(200);
    expect((await app.session(token)).status).toBe(200);
  }
  expect(await (await second.get(pathOf(launch))).text()).toContain('Actions for');
  over = true;
  await Promise.all(load);
  expect([...seen].toSorted()).toEqual([200, 503]);
});

async function loadUrl(stores: Stores, sandbox: SandboxControl): Promise<string> {
  return pathOf(await sandbox.loadUrl(stores.hash('aurora'), stores.user('aurora').id));
}

/** Removes the origin, so that a test can send the request to either instance. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
