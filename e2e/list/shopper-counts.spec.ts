import type { Page } from '@playwright/test';
import { AddingPanel } from '../support/adding-panel-object.ts';
import { expect, test } from '../support/fixtures.ts';
import { forgetLayoutShifts, layoutShifts, recordLayoutShifts } from '../support/layout-shifts.ts';
import { pauseClock } from '../support/pause-clock.ts';
import { shown, sizes } from '../support/segment-sizes.ts';
import { uiText } from '../support/ui-text.ts';

test.describe.configure({ mode: 'parallel' });

test.use({ installs: ['aurora'] });

const members = '/v3/segments/.+/shopper-profiles';

/** For each request for counts from now on, the number of segments it names. */
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
  test(`the rows on the screen are counted once, which moves nothing, at ${width} px`, async ({
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
    // Once a later page is counted, a second count of the first would have been requested, too.
    for (let page = 2; page <= 3; page += 1) await list.button('Next page').click();
    await expect(list.counts).toHaveText(expected.slice(50, 75));
    expect(asked).toEqual([25, 25, 25]);
  });
}

test('nothing is counted during typing', async ({ panel, page, sandbox, stores }) => {
  const found = (await sizes(sandbox, stores)).filter(({ name }) => name.startsWith('Winter'));
  const list = await panel.openApp('aurora');
  await expect(list.counts.first()).not.toBeEmpty();
  const asked = askedFor(page);
  await pauseClock(page);
  await list.search.pressSequentially('winter');
  await expect(list.names).toHaveCount(found.length);
  expect(asked).toEqual([]);
  await page.clock.resume();
  await expect(list.counts).toHaveText(shown(found));
  expect(asked).toEqual([found.length]);
});

test('an old count is read again', async ({ panel, page, sandbox, stores, database }) => {
  await page.clock.install();
  const list = await panel.openApp('aurora');
  const [first] = await sizes(sandbox, stores);
  await expect(list.counts.first()).toHaveText(String(first?.shoppers));
  const id = (await stores.segments('aurora')).find(({ name }) => name === first?.name)?.id ?? '';
  await sandbox.setMembers(stores.hash('aurora'), id, 1_234);
  await page.clock.fastForward('02:00');
  await expect(list.counts.first()).toHaveAttribute('title', 'As of 2 minutes ago');
  await expect(list.counts.first()).toHaveText(String(first?.shoppers));
  database.ageCounts(20);
  await page.clock.fastForward('14:00');
  await expect(list.counts.first()).toHaveText('1,234');
});

test('after a change of its shoppers only that segment is counted again', async ({
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

test('a count that failed says why, moves nothing, and can be read again', async ({
  panel,
  page,
  sandbox,
  stores,
}) => {
  await page.setViewportSize({ width: 400, height: 900 });
  await recordLayoutShifts(page);
  const [first] = await sizes(sandbox, stores);
  await sandbox.addFault({ path: members, fault: '500', times: 1_000 });
  const list = await panel.openApp('aurora');
  await forgetLayoutShifts(list.root);
  const again = list.button(uiText('segments.shoppers.again', { name: first?.name ?? '' }));
  await expect(again).toHaveText('–');
  expect(await layoutShifts(list.root)).toEqual([]);
  const reason = uiText('failures.unavailable');
  await expect(again).toHaveAccessibleDescription(new RegExp(RegExp.escape(reason)));
  await sandbox.clearFaults();
  await again.click();
  await expect(list.counts.first()).toHaveText(String(first?.shoppers));
  await expect(list.counts.nth(1)).toHaveText('–');
});
