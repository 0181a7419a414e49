import { violationsInFrame } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { refusedReads, screenStates } from '../support/screen-states.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.use({ installs: ['aurora'] });

for (const [state, reach] of Object.entries(screenStates)) {
  const refused = refusedReads[state];

  test.describe(() => {
    if (refused) test.use({ expectedErrors: [readErrors(refused)] });

    test(`${state} is accessible`, async ({ panel, page, sandbox, stores, database }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await reach({ panel, sandbox, stores, database });
      expect(await violationsInFrame(page)).toEqual([]);
      await page.setViewportSize({ width: 400, height: 800 });
      expect(await violationsInFrame(page)).toEqual([]);
    });
  });
}
