import type { SandboxControl } from '../sandbox/control-client.ts';
import { appPath } from '../support/control-panel-tab.ts';
import { expect, test } from '../support/fixtures.ts';
import { forgetLayoutShifts, layoutShifts, recordLayoutShifts } from '../support/layout-shifts.ts';
import { readErrors } from '../support/read-errors.ts';
import { shown, sizes } from '../support/segment-sizes.ts';
import { uiText } from '../support/ui-text.ts';

/* What one user's opening reads of the store serves the next opening, by anybody of the store. */

test.use({ installs: ['aurora'] });

const updating = uiText('segments.updating', { standing: '' });

/** The requests that reached BigCommerce: of the list, for counting, and others. */
async function spent(sandbox: SandboxControl) {
  const paths = (await sandbox.log()).filter(({ kind }) => kind === 'api').map(({ path }) => path);
  const lists = paths.filter((path) => /\/v3\/segments\?/.test(path)).length;
  const counts = paths.filter((path) => /\/shopper-profiles\?.*limit=1$/.test(path)).length;
  return { lists, counts, others: paths.length - lists - counts };
}

test('the first opening reads the list once, and counts the rows in sight', async ({
  panel,
  sandbox,
  stores,
}) => {
  const expected = shown((await sizes(sandbox, stores)).slice(0, 25));
  await sandbox.clearLog();
  const list = await panel.openApp('aurora');
  await expect(list.counts).toHaveText(expected);
  expect(await spent(sandbox)).toEqual({ lists: 1, counts: 25, others: 0 });
});

test('an opening by another user asks BigCommerce once, and has rows and counts at once', async ({
  panel,
  otherTab,
  sandbox,
  stores,
}) => {
  const expected = shown((await sizes(sandbox, stores)).slice(0, 25));
  await expect((await panel.openApp('aurora')).counts).toHaveText(expected);
  await sandbox.clearLog();
  const { html } = await stores.open('aurora', 'staff');
  expect(await spent(sandbox)).toEqual({ lists: 0, counts: 0, others: 0 });
  expect(html).toContain('As of');

  const list = await otherTab.openApp('aurora', { role: 'staff' });
  await expect(list.counts).toHaveText(expected);
  await list.button('Next page').click();
  await expect(list.counts.first()).not.toBeEmpty();
  expect(await spent(sandbox)).toEqual({ lists: 1, counts: 25, others: 0 });
});

for (const width of [1280, 400]) {
  test(`earlier rows are marked until they are put right, which moves nothing, at ${width} px`, async ({
    panel,
    otherTab,
    sandbox,
    stores,
  }) => {
    const before = await (await panel.openApp('aurora')).names.nth(3).textContent();
    const after = `${before} (new)`;
    const held = await stores.segments('aurora');
    const renamed = held.map(({ name, description }) => ({
      name: name === before ? after : name,
      description,
    }));
    await sandbox.setSegments(stores.hash('aurora'), { items: renamed });

    const { page, segments: list } = otherTab;
    const answer = Promise.withResolvers<void>();
    await page.route(/\/api\/segments\?/, async (route) => {
      await answer.promise;
      await route.continue();
    });
    await page.setViewportSize({ width, height: 900 });
    await recordLayoutShifts(page);
    await page.goto(otherTab.address('aurora', appPath));
    await expect(list.names.nth(3)).toHaveText(before ?? '');
    await expect(list.text(updating)).toBeVisible();
    await forgetLayoutShifts(list.root);
    answer.resolve();
    await expect(list.names.nth(3)).toHaveText(after);
    await expect(list.text(updating)).toHaveCount(0);
    expect(await layoutShifts(list.root)).toEqual([]);
  });
}

test('an old count shows with its age until it has been taken again', async ({
  panel,
  otherTab,
  database,
  sandbox,
  stores,
}) => {
  const [first] = await sizes(sandbox, stores);
  await expect((await panel.openApp('aurora')).counts.first()).not.toBeEmpty();
  const id = (await stores.segments('aurora')).find(({ name }) => name === first?.name)?.id ?? '';
  await sandbox.setMembers(stores.hash('aurora'), id, 1_234);
  database.ageCounts(20);
  await sandbox.addFault({ path: `/v3/segments/${id}`, fault: 'slow', delayMs: 3_000 });

  const { counts } = await otherTab.openApp('aurora');
  await expect(counts.first()).toHaveText(String(first?.shoppers));
  await expect(counts.first()).toHaveAttribute('title', 'As of 20 minutes ago');
  await expect(counts.first()).toHaveText('1,234');
});

test('an opening after ten minutes, or after a change, waits for BigCommerce', async ({
  panel,
  database,
  stores,
}) => {
  const list = await panel.openApp('aurora');
  const isMarked = async () => (await stores.open('aurora')).html.includes(updating);
  expect(await isMarked()).toBe(true);
  database.ageLists(11);
  expect(await isMarked()).toBe(false);
  expect(await isMarked()).toBe(true);
  await list.create('0 brand new');
  await expect(list.alerts).toContainText('0 brand new');
  const { html } = await stores.open('aurora');
  expect(html).toContain('>0 brand new</a></td>');
});

test.describe('a store that no longer lets the app read shoppers', () => {
  test.use({ expectedErrors: [readErrors(403)] });

  test('is asked once, and the list says once what is missing', async ({
    panel,
    sandbox,
    stores,
  }) => {
    const expected = shown((await sizes(sandbox, stores)).slice(25, 50));
    await sandbox.set({ reducedScopes: ['store_v2_customers_read_only'] });
    await sandbox.clearLog();
    const list = await panel.openApp('aurora');
    const notice = list.root
      .getByRole('status')
      .getByText(uiText('segments.shoppers.notPermitted'));
    await expect(notice).toBeVisible();
    expect(await spent(sandbox)).toEqual({ lists: 1, counts: 1, others: 0 });
    await expect(list.counts).toHaveText(expected.map(() => ''));

    await list.sortBy('Shoppers');
    await expect(list.alerts).toContainText(uiText('segments.shoppers.notPermitted'));
    expect(await spent(sandbox)).toEqual({ lists: 1, counts: 2, others: 0 });
    await list.button('Next page').click();
    await list.button('Try again').click();
    await expect.poll(() => spent(sandbox)).toEqual({ lists: 1, counts: 3, others: 0 });
    await sandbox.set({ reducedScopes: null });
    await list.button('Try again').click();
    await expect(list.counts).toHaveText(expected);
    await expect(list.button('Try again')).toHaveCount(0);
  });
});
