import type { BrowserContext } from '@playwright/test';
import type { Stack } from '../stack/stack.ts';
import { before } from './changes.ts';
import { ControlPanel } from './control-panel-tab.ts';
import { test as base } from './faulty-store.ts';
import type { Stores } from './known-stores.ts';
import type { SegmentsScreen } from './segments-screen-object.ts';
import { StoreAtBigCommerce } from './store-at-bigcommerce.ts';

interface Fixtures {
  /** Another store with the same segments. */
  otherStore: StoreAtBigCommerce;
  /** A tab for each change, so that all can wait at the same time. */
  tabs: Record<'creating' | 'renaming' | 'deletingOne' | 'deletingMany', SegmentsScreen>;
  /** A tab of the other store. */
  otherList: SegmentsScreen;
  newTab: () => Promise<ControlPanel>;
}

/** For tests in which changes take so long that they run at the same time. */
export const test = base.extend<Fixtures>({
  newTab: async ({ context, stack, stores }, use) => use(() => openTab(context, stack, stores)),
  otherStore: async ({ sandbox, stack, stores }, use) => {
    await stores.install('bramble');
    const store = new StoreAtBigCommerce(sandbox, stack.sandboxUrl, stores.hash('bramble'));
    await store.hold(before);
    await use(store);
  },
  tabs: async ({ list, newTab }, use) => {
    const [second, third, fourth] = [await newTab(), await newTab(), await newTab()];
    await use({
      creating: list,
      renaming: await second.openApp('aurora'),
      deletingOne: await third.openApp('aurora'),
      deletingMany: await fourth.openApp('aurora'),
    });
  },
  otherList: async ({ otherStore: _, newTab }, use) =>
    use(await (await newTab()).openApp('bramble')),
});

async function openTab(context: BrowserContext, stack: Stack, stores: Stores) {
  return new ControlPanel(await context.newPage(), stack, stores);
}
