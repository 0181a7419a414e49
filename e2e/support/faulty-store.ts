import { before } from './changes.ts';
import { test as base } from './fixtures.ts';
import { StoreAtBigCommerce } from './store-at-bigcommerce.ts';

interface Fixtures {
  /** A store with the app and 60 segments. */
  store: StoreAtBigCommerce;
}

/** For tests in which BigCommerce fails. */
export const test = base.extend<Fixtures>({
  store: async ({ storeName, sandbox, stack, stores }, use) => {
    await stores.install(storeName);
    const store = new StoreAtBigCommerce(sandbox, stack.sandboxUrl, stores.hash(storeName));
    await store.hold(before);
    await use(store);
  },
  list: async ({ storeName, store: _, panel }, use) => use(await panel.openApp(storeName)),
});
