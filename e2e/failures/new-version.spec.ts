import type { Page } from '@playwright/test';
import { added, before, creating, expectTyped, renamed, renaming } from '../support/changes.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import { pauseClock } from '../support/pause-clock.ts';
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

  /** Opens the app without the code that it loads ahead. From then on the server has no more code. */
  async function withoutMoreCode<T>(page: Page, open: () => Promise<T>): Promise<T> {
    await pauseClock(page);
    const screen = await open();
    await page.route('**/_next/static/**', (route) => route.fulfill({ status: 404 }));
    await page.clock.resume();
    return screen;
  }

  test('a dialog and a menu of the list, which stays', async ({ list: _, page, panel }) => {
    const list = await withoutMoreCode(page, async () => {
      const opened = await panel.openApp('aurora');
      await expect(opened.names).toHaveCount(25);
      return opened;
    });
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
    const segment = await withoutMoreCode(page, async () => {
      const opened = await panel.openSegment('aurora', id);
      await opened.heading('No shoppers in this segment yet').waitFor();
      return opened;
    });
    await segment.button('Add shoppers').first().click();
    await expect(segment.heading(title)).toBeVisible();
    await page.unroute('**/_next/static/**');
    await segment.dialogButton('Close').click();
    await expect(segment.heading(title)).toBeHidden();
    await segment.button('Add shoppers').first().click();
    await expect(segment.frame.getByRole('searchbox', { name: 'Search customers' })).toBeFocused();
  });
});
