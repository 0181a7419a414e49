import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { readErrors } from './support/read-errors.ts';
import { refusedReads, screenStates } from './support/screen-states.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The control panel and the app are two documents, each with a header and a main part. */
const acrossDocuments = ['landmark-unique'];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.beforeEach(({ stores }) => stores.install('aurora'));

/** What axe objects to in the control panel and the app in its frame. */
async function violations(page: Page): Promise<unknown[]> {
  let found: unknown[] = [];
  await expect(async () => {
    const axe = new AxeBuilder({ page }).withTags(rules).disableRules(acrossDocuments);
    const results = await axe.analyze();
    // Axe gives up on a frame, without a word, when its own code takes a second to get there.
    const lookedIntoFrame = results.passes.some(({ nodes }) =>
      nodes.some(({ target }) => target.length > 1),
    );
    expect(lookedIntoFrame).toBe(true);
    found = results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }).toPass();
  return found;
}

for (const [state, reach] of Object.entries(screenStates)) {
  const refused = refusedReads[state];

  test.describe(() => {
    if (refused) test.use({ expectedErrors: [readErrors(refused)] });

    test(`${state} is accessible`, async ({ panel, page, sandbox, stores, database }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await reach({ panel, sandbox, stores, database });
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 400, height: 800 });
      expect(await violations(page)).toEqual([]);
    });
  });
}
