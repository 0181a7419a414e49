import { test as base, expect, type Page } from '@playwright/test';
import { SandboxControl } from '../sandbox/control-client.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from './app-client.ts';
import { TestDatabase } from './app-database.ts';
import { ControlPanel } from './control-panel-tab.ts';
import { type OpenedApp, type StoreName, Stores } from './known-stores.ts';
import type { SegmentsScreen } from './segments-screen-object.ts';
import { type Claims, claims, sign } from './sign-payload.ts';

interface Fixtures {
  app: AppClient;
  sandbox: SandboxControl;
  stores: Stores;
  /** The test's first tab. */
  panel: ControlPanel;
  /** A second tab of the same browser. */
  otherTab: ControlPanel;
  database: TestDatabase;
  /** The stores in which the app is installed before the test. */
  installs: StoreName[];
  installed: undefined;
  /** The store of `payload`, `session` and `list`. */
  storeName: StoreName;
  /** Signs a payload of the store, with some of its claims replaced. */
  payload: (replaced?: Claims) => Promise<string>;
  /** The owner's session. Installs the app first, if `installs` does not. */
  session: OpenedApp;
  /** The list as the owner has opened it in the control panel. Installs the app likewise. */
  list: SegmentsScreen;
  /** Console messages that do not fail the test. */
  expectedErrors: RegExp[];
}

/**
 * Each worker has its own app, database and stand-in for BigCommerce. Each test starts with the
 * stand-in reset. A test fails when a request would delete everything in a store, and when a page
 * logs an error or violates its Content-Security-Policy.
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
      // Payloads have whole seconds: a user removed in this second could not open the app.
      database.restoreAccess();
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
