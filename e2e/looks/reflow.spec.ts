import type { Locator } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { refusedReads, screenStates } from '../support/screen-states.ts';

test.use({ installs: ['aurora'] });

/** Buttons, fields and checkboxes that are smaller than 24 by 24 pixels; links in text may be. */
function smallTargets(root: Locator): Promise<string[]> {
  return root.evaluate((html) =>
    [...html.querySelectorAll('button, input, select, textarea, [role=menuitem]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((element) => element.outerHTML),
  );
}

function overflow(root: Locator): Promise<number> {
  return root.evaluate((html) => html.scrollWidth - html.clientWidth);
}

const states = [
  'the list',
  'long texts',
  'a selection',
  'a row menu',
  'an old list',
  'no permission',
  'a new segment',
  'deleting many',
  'a segment',
  'a segment of two pages',
  'removing shoppers',
  'a customer',
  'choosing shoppers to add',
  'some who were not added',
  'counts that failed',
  'an ended session',
];

// 320 px is also what is left of 640 px at 200 % zoom, and of 1,280 px at 400 %.
for (const state of states) {
  const refused = refusedReads[state];

  test.describe(() => {
    if (refused) test.use({ expectedErrors: [readErrors(refused)] });

    test(`${state} fits into 320 px and has targets of 24 px`, async ({
      panel,
      page,
      sandbox,
      stores,
      database,
    }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await screenStates[state]?.({ panel, sandbox, stores, database });
      const { root } = panel.segments;
      expect(await overflow(root)).toBe(0);
      expect(await smallTargets(root)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await overflow(root)).toBe(0);
      expect(await smallTargets(root)).toEqual([]);
    });
  });
}

test('whoever asks for less motion gets none', async ({ panel, page }) => {
  const moving = () =>
    panel.segments.row('Dog owners').evaluate((row) => getComputedStyle(row).animationName);
  await panel.openApp('aurora');
  await panel.segments.create('Dog owners');
  await expect(panel.segments.row('Dog owners')).toBeVisible();
  expect(await moving()).not.toBe('none');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toBe('none');
});
