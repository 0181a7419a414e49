import type { Locator } from '@playwright/test';
import { appFrame, violationsIn } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { overflow, smallTargets } from '../support/reflow.ts';
import { oneOfEachKind, refusedReads, screenStates } from '../support/screen-states.ts';

// One after the other, they would take longer than all other files.
test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' }, installs: ['aurora'] });

async function expectToFit(root: Locator): Promise<void> {
  expect(await overflow(root)).toBe(0);
  expect(await smallTargets(root)).toEqual([]);
}

for (const [state, reach] of Object.entries(screenStates)) {
  const refused = refusedReads[state];
  const isNarrow = oneOfEachKind.has(state);

  test.describe(() => {
    if (refused) test.use({ expectedErrors: [readErrors(refused)] });

    const fits = isNarrow ? ', fits into 320 px and has targets of 24 px' : '';
    test(`${state} is accessible${fits}`, async ({ panel, page, sandbox, stores, database }) => {
      const { root } = panel.segments;
      // 640 px at 200 % zoom and 1,280 px at 400 % also leave 320 px.
      await page.setViewportSize({ width: isNarrow ? 320 : 1280, height: 800 });
      await reach({ panel, sandbox, stores, database });
      // When the window changes, what lies under the pointer would look as if it were hovered.
      await page.mouse.move(0, 0);
      if (isNarrow) await expectToFit(root);
      await page.setViewportSize({ width: 400, height: 800 });
      expect(await violationsIn(appFrame(page))).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      if (isNarrow) await expectToFit(root);
      expect(await violationsIn(appFrame(page))).toEqual([]);
    });
  });
}
