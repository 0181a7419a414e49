import { test as base, expect, type Page } from '@playwright/test';
import { SandboxControl } from '../sandbox/control-client.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from './app-client.ts';
import { TestDatabase } from './app-database.ts';
import { ControlPanel } from './control-panel-tab.ts';
import { type OpenedApp, type StoreName, Stores } from './known-stores.ts';
import type { SegmentsScreen } from './segments-screen.ts';
import { type Claims, claims, sign } from './sign-payload.ts';

interface Fixtures {
  app: AppClient;
  sandbox: SandboxControl;
  stores: Stores;
  /** The tab that every test with a browser has. */
  panel: ControlPanel;
  /** Another tab of the same browser. */
  otherTab: ControlPanel;
  database: TestDatabase;
  /** The stores that have the app when a test begins. */
  installs: StoreName[];
  installed: undefined;
  /** The store that the next three are about. */
  storeName: StoreName;
  /** Signs a payload of the store, with some of its claims replaced. */
  payload: (replaced?: Claims) => Promise<string>;
  /** The session of its owner, who has opened the app; it is installed for that, if need be. */
  session: OpenedApp;
  /** What its owner sees who has opened the app in the control panel; likewise. */
  list: SegmentsScreen;
  /** Console messages that the test brings about on purpose. */
  expectedErrors: RegExp[];
}

/**
 * Each worker has an app, a database and a stand-in BigCommerce to itself; each test starts with the
 * stand-in as new. A request that would delete everything in a store fails its test, and so does a
 * page that logs an error or breaks its Content-Security-Policy.
 */
export const test = base.extend<Fixtures, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here
    async ({}, use) => {
      const stack = await startStack();
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  app: async ({ stack }, use) => use(new AppClient(stack)),
  sandbox: [
    async ({ stack, database }, use) => {
      const sandbox = new SandboxControl(stack.sandboxUrl);
      await sandbox.reset();
      // Times of payloads are whole seconds: who was removed in this second could not open the app.
      database.forgetRemovals();
      await use(sandbox);
      const deletions = (await sandbox.log()).filter(({ method }) => method === 'DELETE');
      expect(
        deletions.filter(({ path }) => !/[?&]id:in=[^&]/.test(decodeURIComponent(path))),
      ).toEqual([]);
    },
    { auto: true },
  ],
  stores: async ({ sandbox, app }, use) => use(new Stores(sandbox, app)),
  panel: async ({ page, stack, stores }, use) => use(new ControlPanel(page, stack, stores)),
  otherTab: async ({ context, stack, stores }, use) =>
    use(new ControlPanel(await context.newPage(), stack, stores)),
  database: async ({ stack }, use) => use(new TestDatabase(stack)),
  installs: [[], { option: true }],
  installed: [
    async ({ installs, stores }, use) => {
      for (const name of installs) await stores.install(name);
      await use(undefined);
    },
    { auto: true },
  ],
  storeName: ['aurora', { option: true }],
  payload: async ({ stack, storeName, stores }, use) =>
    use((replaced) => sign(claims(stack, stores.hash(storeName), replaced), stack.clientSecret)),
  session: async ({ installs, storeName, stores }, use) => {
    if (!installs.includes(storeName)) await stores.install(storeName);
    await use(await stores.open(storeName));
  },
  list: async ({ installs, storeName, stores, panel }, use) => {
    if (!installs.includes(storeName)) await stores.install(storeName);
    await use(await panel.openApp(storeName));
  },
  expectedErrors: [[], { option: true }],
  context: async ({ context, expectedErrors }, use) => {
    const errors: string[] = [];
    const watch = (page: Page) => {
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' || /content.security.policy/i.test(message.text())) {
          errors.push(`${message.text()} (${message.location().url})`);
        }
      });
    };
    context.on('page', watch);
    await use(context);
    const unexpected = errors.filter((text) => !expectedErrors.some((known) => known.test(text)));
    expect(unexpected).toEqual([]);
  },
});

export { expect };
