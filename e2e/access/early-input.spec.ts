import { appPath } from '../support/control-panel-tab.ts';
import { expect, test } from '../support/fixtures.ts';
import { holdFiles } from '../support/hold-files.ts';
import { linkTo } from '../support/link-to.ts';
import type { SegmentsScreen } from '../support/segments-screen.ts';

test.use({ installs: ['aurora'] });

test('what is typed before the app is ready is searched for', async ({ panel, page }) => {
  const letCodeThrough = await holdFiles(page, 'js');
  const { segments: list } = panel;
  await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
  await list.search.fill('alaska trail');
  letCodeThrough();
  await expect(list.names).toHaveText(['Trail runners, Alaska']);
});

test.describe('what is done before the app is ready is done once it is', () => {
  const name = 'Birthday this month, Alaska';
  let list: SegmentsScreen;
  let letCodeThrough: () => void;

  // What hydration sets right must not have React render anew what was pressed.
  test.use({ timezoneId: 'Asia/Tokyo' });

  test.beforeEach(async ({ panel, page }) => {
    letCodeThrough = await holdFiles(page, 'js');
    list = panel.segments;
    await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await expect(list.names).toHaveCount(25);
  });

  test('pressing a button', async () => {
    await list.button('Create segment').click();
    letCodeThrough();
    await expect(list.field('Name')).toBeFocused();
  });

  test('pressing a button by keyboard', async ({ page }) => {
    await list.button('Create segment').focus();
    await page.keyboard.press('Enter');
    letCodeThrough();
    await expect(list.field('Name')).toBeFocused();
  });

  test('opening the menu of a row, once even if pressed twice', async () => {
    await list.actionsFor(name).click();
    await list.actionsFor(name).click();
    letCodeThrough();
    await expect(list.frame.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  });

  test('selecting rows, and thinking better of one', async () => {
    const boxes = list.table.getByRole('checkbox', { name: /^Select (?!all)/ });
    await boxes.first().check();
    await boxes.nth(1).check();
    await boxes.first().uncheck();
    letCodeThrough();
    await expect(list.text('1 selected')).toBeVisible();
    await expect(boxes.nth(1)).toBeChecked();
    await expect(list.table.getByRole('checkbox', { checked: true })).toHaveCount(1);
  });

  test('selecting a page', async () => {
    await list.selectPage.check();
    letCodeThrough();
    await expect(list.text('25 selected')).toBeVisible();
    await expect(list.table.getByRole('checkbox', { checked: true })).toHaveCount(26);
  });

  test('choosing how many segments a page has', async () => {
    await list.pageSize.selectOption('50');
    letCodeThrough();
    await expect(list.names).toHaveCount(50);
  });

  test('opening the menu of a row that came late', async ({ page, panel, sandbox }) => {
    await sandbox.addFault({ path: '/v3/segments', fault: 'slow', delayMs: 1_000 });
    await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await list.actionsFor(name).click();
    letCodeThrough();
    await expect(list.frame.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  });

  test('following a link of the skeleton that rows have replaced', async ({
    page,
    panel,
    sandbox,
    stores,
  }) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    await sandbox.addFault({ path: '/v3/segments', fault: 'slow', delayMs: 1_000 });
    const { segment } = panel;
    const address = panel.address('aurora', appPath, { deepLink: linkTo.segment(id) });
    await page.goto(address, { waitUntil: 'commit' });
    await expect(segment.text('Loading shoppers')).toBeAttached();
    await segment.back.click();
    await expect(segment.text('Loading shoppers')).toBeHidden();
    letCodeThrough();
    await expect(list.names).toHaveCount(25);
    await expect(list.heading('Customer segments')).toBeFocused();
  });

  test('following the link to a segment', async ({ panel }) => {
    await list.link(name).click();
    letCodeThrough();
    await expect(panel.segment.heading(name)).toBeVisible();
    await expect(panel.segment.heading(name)).toBeFocused();
  });
});
