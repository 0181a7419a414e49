import type { Page } from '@playwright/test';
import type { SandboxControl } from '../sandbox/control-client.ts';
import { AddingPanel } from '../support/adding-panel.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Stores } from '../support/known-stores.ts';
import { forgetLayoutShifts, layoutShifts, recordLayoutShifts } from '../support/layout-shifts.ts';
import { linkTo } from '../support/link-to.ts';
import { standStill } from '../support/stand-still.ts';
import { words } from '../support/words.ts';

test.describe.configure({ mode: 'parallel' });

test.beforeEach(({ stores }) => stores.install('aurora'));

const { compare } = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });
const members = '/v3/segments/.+/shopper-profiles';

interface Size {
  name: string;
  shoppers: number;
}

/** How many shoppers BigCommerce holds in each segment, by name. */
async function sizes(sandbox: SandboxControl, stores: Stores): Promise<Size[]> {
  const { segments, memberCounts } = await sandbox.state(stores.hash('aurora'));
  return segments
    .map(({ id, name }) => ({ name, shoppers: memberCounts[id] ?? 0 }))
    .toSorted((a, b) => compare(a.name, b.name));
}

const shown = (sizes: readonly Size[]) => sizes.map(({ shoppers }) => String(shoppers));

/** How many segments each request asks for, from now on. */
function askedFor(page: Page): number[] {
  const asked: number[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/shopper-counts')
      asked.push(searchParams.get('ids')?.split(',').length ?? 0);
  });
  return asked;
}

for (const width of [1280, 400]) {
  test(`counts come for the rows on the screen, once, and move nothing at ${width} px`, async ({
    panel,
    page,
    sandbox,
    stores,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await recordLayoutShifts(page);
    const expected = shown(await sizes(sandbox, stores));
    const asked = askedFor(page);
    const list = await panel.openApp('aurora');
    await forgetLayoutShifts(list.root);
    await expect(list.counts).toHaveText(expected.slice(0, 25));
    expect(await layoutShifts(list.root)).toEqual([]);
    await expect(list.counts.first()).toHaveAttribute('title', 'As of now');

    await list.button('Next page').click();
    await expect(list.counts).toHaveText(expected.slice(25, 50));
    await list.button('Previous page').click();
    await expect(list.counts).toHaveText(expected.slice(0, 25));
    expect(asked).toEqual([25, 25]);
  });
}

test('while somebody types nothing is asked for', async ({ panel, page, sandbox, stores }) => {
  const found = (await sizes(sandbox, stores)).filter(({ name }) => name.startsWith('Winter'));
  const list = await panel.openApp('aurora');
  await expect(list.counts.first()).not.toBeEmpty();
  const asked = askedFor(page);
  await standStill(page);
  await list.search.pressSequentially('winter');
  await expect(list.names).toHaveCount(found.length);
  expect(asked).toEqual([]);
  await page.clock.resume();
  await expect(list.counts).toHaveText(shown(found));
  expect(asked).toEqual([found.length]);
});

test('a count that has grown old is read again', async ({ panel, page, sandbox, stores }) => {
  await page.clock.install();
  const list = await panel.openApp('aurora');
  const [first] = await sizes(sandbox, stores);
  await expect(list.counts.first()).toHaveText(String(first?.shoppers));
  const id = (await stores.segments('aurora')).find(({ name }) => name === first?.name)?.id ?? '';
  await sandbox.setMembers(stores.hash('aurora'), id, 1_234);
  await page.clock.fastForward('02:00');
  await expect(list.counts.first()).toHaveAttribute('title', 'As of 2 minutes ago');
  await expect(list.counts.first()).toHaveText(String(first?.shoppers));
  await page.clock.fastForward('04:00');
  await expect(list.counts.first()).toHaveText('1,234');
});

test('after a change the segment is counted again, and no other', async ({
  panel,
  page,
  sandbox,
  stores,
}) => {
  const before = await sizes(sandbox, stores);
  const [first] = before;
  const list = await panel.openApp('aurora');
  await expect(list.counts).toHaveText(shown(before.slice(0, 25)));
  const asked = askedFor(page);
  await list.link(first?.name ?? '').click();
  const adding = new AddingPanel(panel.segment);
  await adding.open();
  await adding.choose('amelia');
  await adding.button('Add 1 shopper').click();
  await expect(panel.segment.alerts).toContainText('1 shopper was added');
  await panel.segment.back.click();
  await expect(list.counts.first()).toHaveText(String((first?.shoppers ?? 0) + 1));

  await list.link(first?.name ?? '').click();
  await panel.segment.removeOne(0);
  await expect(panel.segment.alerts).toContainText('was removed');
  await panel.segment.back.click();
  await expect(list.counts.first()).toHaveText(String(first?.shoppers));
  expect(asked).toEqual([1, 1]);
});

test('a count that fails says why, and can be read again', async ({ panel, sandbox, stores }) => {
  const [first] = await sizes(sandbox, stores);
  await sandbox.addFault({ path: members, fault: '500', times: 1_000 });
  const list = await panel.openApp('aurora');
  const again = list.button(words('segments.shoppers.again', { name: first?.name ?? '' }));
  await expect(again).toHaveText('–');
  const reason = words('failures.unavailable');
  await expect(again).toHaveAccessibleDescription(new RegExp(RegExp.escape(reason)));
  await sandbox.clearFaults();
  await again.click();
  await expect(list.counts.first()).toHaveText(String(first?.shoppers));
  await expect(list.counts.nth(1)).toHaveText('–');
});

test.describe('sorting by shoppers', () => {
  test('counts all, with progress, and is in the address', async ({ panel, sandbox, stores }) => {
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

  test('can be cancelled: the list stays as it was', async ({ panel, sandbox }) => {
    const list = await panel.openApp('aurora');
    const before = await list.names.allTextContents();
    await sandbox.set({ latencyMs: 500 });
    await list.sortBy('Shoppers');
    await list.button('Cancel').click();
    await expect(list.frame.getByRole('progressbar')).toBeHidden();
    await expect(list.columnHeader('Name')).toHaveAttribute('aria-sort', 'ascending');
    await expect(list.names).toHaveText(before);
  });

  test('from an address starts as soon as there is a list', async ({ panel, sandbox, stores }) => {
    const all = await sizes(sandbox, stores);
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ sort: '-shoppers', limit: 10 }),
    });
    const largest = all.toSorted((a, b) => b.shoppers - a.shoppers).slice(0, 10);
    await expect(list.names).toHaveText(largest.map(({ name }) => name));
    await expect(list.columnHeader('Shoppers')).toHaveAttribute('aria-sort', 'descending');
  });

  test('is not done if nothing can be counted, and says why', async ({ panel, sandbox }) => {
    const list = await panel.openApp('aurora');
    const before = await list.names.allTextContents();
    await sandbox.addFault({ path: members, fault: '500', times: 10_000 });
    await list.sortBy('Shoppers');
    await expect(list.alerts).toContainText('The list could not be sorted by shoppers.');
    await expect(list.alerts).toContainText(words('failures.unavailable'));
    await expect(list.names).toHaveText(before);
  });

  test('puts last what could not be counted', async ({ panel, sandbox, stores }) => {
    const [first] = await sizes(sandbox, stores);
    const segments = await stores.segments('aurora');
    const id = segments.find(({ name }) => name === first?.name)?.id;
    await sandbox.addFault({ path: `/v3/segments/${id}/`, fault: '500', times: 1_000 });
    const list = await panel.openApp('aurora');
    await list.sortBy('Shoppers');
    await expect(list.alerts).toContainText(words('segments.shoppers.missing', { count: 1 }));
    await list.pageSize.selectOption('100');
    for (let page = 1; page < 3; page += 1) await list.button('Next page').click();
    await expect(list.names.last()).toHaveText(first?.name ?? '');
  });
});
