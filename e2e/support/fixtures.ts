import { test as base, expect, type Page } from '@playwright/test';
import { SandboxControl } from '../sandbox/control-client.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from './app-client.ts';
import { TestDatabase } from './app-database.ts';
import { ControlPanel } from './control-panel-tab.ts';
import { Stores } from './known-stores.ts';

interface Fixtures {
  app: AppClient;
  sandbox: SandboxControl;
  stores: Stores;
  /** The tab that every test with a browser has. */
  panel: ControlPanel;
  /** Another tab of the same browser. */
  otherTab: ControlPanel;
  database: TestDatabase;
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
    { scope: 'worker' },
  ],
  app: async ({ stack }, use) => use(new AppClient(stack)),
  sandbox: [
    async ({ stack }, use) => {
      const sandbox = new SandboxControl(stack.sandboxUrl);
      await sandbox.reset();
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
