import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { shown, sizes } from '../support/segment-sizes.ts';
import { uiText } from '../support/ui-text.ts';

test.describe.configure({ mode: 'parallel' });

test.use({ installs: ['aurora'] });

test('sorting by shoppers counts all, shows progress, and is in the address', async ({
  panel,
  sandbox,
  stores,
}) => {
  const all = await sizes(sandbox, stores);
  const ascending = all.toSorted((a, b) => a.shoppers - b.shoppers);
  const list = await panel.openApp('aurora');
  await sandbox.set({ latencyMs: 120 });
  await list.sortBy('Shoppers');
  const progress = list.frame.getByRole('progressbar');
  await expect(progress).toBeVisible();
  await expect(list.text(/^Counted the shoppers of [1-9]\d* of 240 segments$/)).toBeVisible();
  await expect(list.columnHeader('Shoppers')).toHaveAttribute('aria-sort', 'ascending');
  await expect(progress).toBeHidden();
  await expect(list.counts).toHaveText(shown(ascending.slice(0, 25)));
  await expect(list.names).toHaveText(ascending.slice(0, 25).map(({ name }) => name));

  await sandbox.clearLog();
  await list.sortBy('Shoppers');
  const descending = all.toSorted((a, b) => b.shoppers - a.shoppers).slice(0, 25);
  await expect(list.names).toHaveText(descending.map(({ name }) => name));
  await expect.poll(() => list.address()).toMatch(/\?sort=-shoppers$/);
  await list.search.fill('climbers');
  await expect(list.names).toHaveCount(12);
  expect(await sandbox.log()).toEqual([]);
});

test('sorting by shoppers can be cancelled, and the list stays as it was', async ({
  list,
  sandbox,
}) => {
  const before = await list.names.allTextContents();
  await sandbox.set({ latencyMs: 500 });
  await list.sortBy('Shoppers');
  await list.button('Cancel').click();
  await expect(list.frame.getByRole('progressbar')).toBeHidden();
  await expect(list.columnHeader('Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(list.names).toHaveText(before);
});

test('sorting by shoppers starts when an address asks for it', async ({
  panel,
  sandbox,
  stores,
}) => {
  const all = await sizes(sandbox, stores);
  const list = await panel.openApp('aurora', {
    deepLink: linkTo.segments({ sort: '-shoppers', limit: 10 }),
  });
  const largest = all.toSorted((a, b) => b.shoppers - a.shoppers).slice(0, 10);
  await expect(list.names).toHaveText(largest.map(({ name }) => name));
  await expect(list.columnHeader('Shoppers')).toHaveAttribute('aria-sort', 'descending');
});

test('sorting by shoppers is given up if nothing can be counted, and an alert says why', async ({
  list,
  sandbox,
}) => {
  const before = await list.names.allTextContents();
  await sandbox.addFault({ path: '/v3/segments/.+/shopper-profiles', fault: '500', times: 10_000 });
  await list.sortBy('Shoppers');
  await expect(list.alerts).toContainText('The list could not be sorted by shoppers.');
  await expect(list.alerts).toContainText(uiText('failures.unavailable'));
  await expect(list.names).toHaveText(before);
});

test('sorting by shoppers puts segments that could not be counted last', async ({
  panel,
  sandbox,
  stores,
}) => {
  const [first] = await sizes(sandbox, stores);
  const segments = await stores.segments('aurora');
  const id = segments.find(({ name }) => name === first?.name)?.id;
  await sandbox.addFault({ path: `/v3/segments/${id}/`, fault: '500', times: 1_000 });
  const list = await panel.openApp('aurora');
  await list.sortBy('Shoppers');
  await expect(list.alerts).toContainText(uiText('segments.shoppers.missing', { count: 1 }));
  await list.pageSize.selectOption('100');
  for (let page = 1; page < 3; page += 1) await list.button('Next page').click();
  await expect(list.names.last()).toHaveText(first?.name ?? '');
});
