import { before } from './changes.ts';
import { test as base } from './fixtures.ts';
import type { StoreName } from './known-stores.ts';
import type { SegmentsScreen } from './segments-screen.ts';
import { StoreAtBigCommerce } from './store-at-bigcommerce.ts';

interface Fixtures {
  storeName: StoreName;
  /** With the app installed, and 60 segments. */
  store: StoreAtBigCommerce;
  /** The app, opened in that store. */
  list: SegmentsScreen;
}

/** For tests in which BigCommerce fails. */
export const test = base.extend<Fixtures>({
  storeName: ['aurora', { option: true }],
  store: async ({ storeName, sandbox, stack, stores }, use) => {
    await stores.install(storeName);
    const store = new StoreAtBigCommerce(sandbox, stack.sandboxUrl, stores.hash(storeName));
    await store.hold(before);
    await use(store);
  },
  list: async ({ storeName, store: _, panel }, use) => use(await panel.openApp(storeName)),
});
