import { test as base } from './fixtures.ts';

export const segmentNames = ['Beekeepers', 'Climbers', 'Divers', 'Early birds'];
/** The first of three, who is in the last segment; the others lack a shopper profile. */
export const customer = 1;

/** For tests with three customers and four segments. */
export const test = base.extend<{ customerStore: undefined }>({
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
});
