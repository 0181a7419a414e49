import type { Page } from '@playwright/test';
import { isInStore } from '@/lib/screens/screens.ts';
import { AddingPanel } from '../support/adding-panel-object.ts';
import { added, before, creating, expectTyped, renamed, renaming } from '../support/changes.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

/* A new version of the app replaces the one whose page is open. */

/** Lets the page's server actions be those of an old version, until the function is called. */
async function outdateActions(page: Page): Promise<() => Promise<void>> {
  const actions = '**/stores/**';
  await page.route(actions, (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.fallback();
    return route.continue({ headers: { ...request.headers(), 'next-action': '0'.repeat(42) } });
  });
  return () => page.unroute(actions);
}

test.describe('text in a form is kept over the reload that the app advises', () => {
  test.use({ expectedErrors: [/status of 409 .*\/stores\//] });

  for (const [change, typed] of [
    [creating, added],
    [renaming, renamed],
  ] as const) {
    test(`when ${change.title}`, async ({ page, list, store }) => {
      const update = await outdateActions(page);
      await change.make(list);
      const alert = list.dialog.getByRole('alert');
      await expect(alert).toContainText(uiText('failures.app-updated'));
      await list.field('Description').fill('Typed after the refusal');
      await update();
      await page.reload();
      await expect(list.field('Description')).toHaveValue('Typed after the refusal');
      await list.field('Description').fill(typed.description);
      await list.reload();
      await expectTyped(list, typed);
      await list.dialogButton('Save').click();
      await change.expectMade(list);
      await store.expectEverywhere(list, change.result(before));
    });
  }

  test('when adding shoppers, whoever is chosen is kept, too', async ({
    page,
    panel,
    store: _,
    stores,
  }) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    const update = await outdateActions(page);
    const segment = await panel.openSegment('aurora', id);
    const adding = new AddingPanel(segment);
    await adding.open();
    await adding.choose('amelia', 2);
    const chosen = await adding.chosen.allTextContents();
    await adding.chooseGroup('Wholesale');
    await adding.root.getByRole('tab').first().click();
    await adding.button('Add 2 shoppers').click();
    await expect(adding.outcome).toContainText(uiText('failures.app-updated'));
    await update();
    await page.reload();
    await expect(adding.chosen).toHaveText(chosen);
    await expect(adding.root.getByLabel('Customer group')).toHaveValue(/\d/);
    await adding.button('Add 2 shoppers').click();
    await expect(segment.alerts).toContainText('2 shoppers were added');
    await adding.button(uiText('adding.close')).click();
    await segment.reload();
    await segment.names.first().waitFor();
    await expect(adding.root).toBeHidden();
  });

  test('unless the form is cancelled', async ({ page, list }) => {
    await outdateActions(page);
    await creating.make(list);
    await expect(list.dialog.getByRole('alert')).toBeVisible();
    await expectTyped(list, added);
    await list.dialogButton('Cancel').click();
    await page.reload();
    await list.counted();
    await expect(list.dialog).toBeHidden();
  });
});

test.describe('a part whose code is gone says so in its place', () => {
  test.use({ expectedErrors: [/status of 404 .*\/_next\/static\//] });

  const title = uiText('shell.notLoaded.title');

  /**
   * From the next page on, the server has no code except what the page's document names.
   * @returns a function that brings the rest back
   */
  async function withoutMoreCode(page: Page): Promise<() => Promise<void>> {
    const code = '**/_next/static/**/*.js';
    const opened = page.waitForResponse((response) => isInStore(new URL(response.url()).pathname));
    const html = opened.then((response) => response.text());
    await page.route(code, async (route) => {
      const file = new URL(route.request().url()).pathname;
      if ((await html).includes(file)) await route.continue();
      else await route.fulfill({ status: 404 });
    });
    return () => page.unroute(code);
  }

  test('a dialog and a menu of the list, which stays', async ({ page, panel, store: _ }) => {
    await withoutMoreCode(page);
    const list = await panel.openApp('aurora');
    const parts = [list.button('Create segment'), list.actionsFor('Best friends')];
    for (const part of parts) {
      await part.click();
      await expect(list.heading(title)).toBeVisible();
      await list.dialogButton('Close').click();
      await expect(list.heading(title)).toBeHidden();
    }
    await list.search.fill('big spenders');
    await expect(list.names).toHaveText(['Big spenders']);
  });

  test('the panel that adds shoppers; it opens once its code is there again', async ({
    page,
    panel,
    store: _,
    stores,
  }) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    const bringCodeBack = await withoutMoreCode(page);
    const segment = await panel.openSegment('aurora', id);
    await segment.button('Add shoppers').first().click();
    await expect(segment.heading(title)).toBeVisible();
    await bringCodeBack();
    await segment.dialogButton('Close').click();
    await expect(segment.heading(title)).toBeHidden();
    await segment.button('Add shoppers').first().click();
    await expect(segment.frame.getByRole('searchbox', { name: 'Search customers' })).toBeFocused();
  });
});
