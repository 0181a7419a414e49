import type { CustomerScreen } from './customer-screen-object.ts';
import { test as base } from './fixtures.ts';

export const segmentNames = ['Beekeepers', 'Climbers', 'Divers', 'Early birds'];
/** The id of the first of three customers, the only one with a shopper profile. */
export const customer = 1;

interface Fixtures {
  customerStore: undefined;
  /** The screen of the first customer, opened by the owner. */
  opened: CustomerScreen;
}

/** For tests with three customers and four segments. */
export const test = base.extend<Fixtures>({
  customerStore: [
    async ({ stores, sandbox }, use) => {
      await stores.install('aurora');
      const hash = stores.hash('aurora');
      await sandbox.setCustomers(hash, { count: 3 });
      const items = segmentNames.map((name) => ({ name, description: `People like ${name}` }));
      const segments = await sandbox.setSegments(hash, { items });
      await sandbox.setMembers(hash, segments.at(-1)?.id ?? '', 1);
      await use(undefined);
    },
    { auto: true },
  ],
  opened: async ({ customerStore: _, panel }, use) =>
    use(await panel.openCustomer('aurora', customer)),
});
