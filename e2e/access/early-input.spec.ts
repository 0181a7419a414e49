import type { Page } from '@playwright/test';
import { appPath, type ControlPanel } from '../support/control-panel-tab.ts';
import { expect, test } from '../support/fixtures.ts';
import { holdFiles } from '../support/hold-files.ts';
import { linkTo } from '../support/link-to.ts';
import type { SegmentsScreen } from '../support/segments-screen-object.ts';

test.use({ installs: ['aurora'] });

test('a search that is typed before the code has loaded is carried out afterwards', async ({
  panel,
  page,
}) => {
  const letCodeThrough = await holdFiles(page, 'js');
  const { segments: list } = panel;
  await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
  await list.search.fill('alaska trail');
  letCodeThrough();
  await expect(list.names).toHaveText(['Trail runners, Alaska']);
});

test.describe('input before the code has loaded takes effect afterwards', () => {
  const name = 'Birthday this month, Alaska';
  let list: SegmentsScreen;
  let letCodeThrough: () => void;

  // Hydration corrects the times to this zone, which must not replace elements that were pressed.
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

  test('opening the menu of a row by pressing twice', async () => {
    await list.actionsFor(name).click();
    await list.actionsFor(name).click();
    letCodeThrough();
    await expect(list.frame.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  });

  test('selecting two rows and deselecting one', async () => {
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

  test('choosing the page size', async () => {
    await list.pageSize.selectOption('50');
    letCodeThrough();
    await expect(list.names).toHaveCount(50);
  });

  test('opening the menu of a row that arrives after its skeleton', async ({
    page,
    panel,
    sandbox,
  }) => {
    await sandbox.addFault({ path: '/v3/segments', fault: 'slow', delayMs: 1_000 });
    await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await list.actionsFor(name).click();
    letCodeThrough();
    await expect(list.frame.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  });

  test('following a link of a skeleton that is replaced before the code has loaded', async ({
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

for (const [place, selector, position] of [
  ['first in the body', 'body', 'afterbegin'],
  ['after the search field', 'input[type=search]', 'afterend'],
  ['after the box of each row', ':is(td, th) > input', 'afterend'],
] as const) {
  test(`an element that an extension puts ${place} loses nothing that is typed early`, async ({
    panel,
    page,
  }) => {
    await insertElement(page, selector, position);
    await typeEarly(panel);
  });
}

test.describe('when the page does not hydrate', () => {
  test.use({ expectedErrors: [/Minified React error #418/] });

  test('because an extension puts an element before the search field, what is typed early is kept', async ({
    panel,
    page,
  }) => {
    await insertElement(page, 'input[type=search]', 'beforebegin');
    await typeEarly(panel);
    await expect(panel.segments.search).toBeFocused();
  });

  test('because an extension puts elements before the boxes of the rows, what is ticked, chosen and pressed early takes effect', async ({
    panel,
    page,
  }) => {
    await insertElement(page, 'td input', 'beforebegin');
    const { segments: list } = panel;
    const letCodeThrough = await holdFiles(page, 'js');
    await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await expect(list.frame.locator('.extension')).toHaveCount(25);
    const box = list.table.getByRole('checkbox', { name: /^Select (?!all)/ }).nth(1);
    await box.check();
    await list.pageSize.selectOption('50');
    await list.button('Create segment').click();
    letCodeThrough();
    await expect(list.field('Name')).toBeVisible();
    await expect(list.names).toHaveCount(50);
    await list.dialogButton('Cancel').click();
    await expect(box).toBeChecked();
    await expect(list.text('1 selected')).toBeVisible();
  });
});

async function typeEarly(panel: ControlPanel): Promise<void> {
  const { page, segments: list } = panel;
  const letCodeThrough = await holdFiles(page, 'js');
  await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
  await list.search.fill('alaska trail');
  await expect(list.frame.locator('.extension').first()).toBeAttached();
  letCodeThrough();
  await expect(list.names).toHaveText(['Trail runners, Alaska']);
  await expect(list.search).toHaveValue('alaska trail');
}

/** Inserts an element into the app's frame at each such place, as soon as the place exists. */
async function insertElement(page: Page, selector: string, position: InsertPosition) {
  await page.addInitScript(
    ([at, where]) => {
      if (window.parent === window) return;
      const done = new WeakSet<Element>();
      new MutationObserver(() => {
        for (const place of document.querySelectorAll(at)) {
          if (done.has(place)) continue;
          done.add(place);
          place.insertAdjacentHTML(where, '<div class="extension">An extension</div>');
        }
      }).observe(document, { childList: true, subtree: true });
    },
    [selector, position] as const,
  );
}
