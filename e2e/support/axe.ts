import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The control panel and the app are two documents, each with a header and a main part. */
const acrossDocuments = ['landmark-unique'];

function analyze(page: Page) {
  return (
    new AxeBuilder({ page })
      // Without this, describing the nodes that pass would take a quarter of the time.
      .options({ resultTypes: ['violations'] })
      .withTags(rules)
      .disableRules(acrossDocuments)
      .analyze()
  );
}

type Results = Awaited<ReturnType<typeof analyze>>;

function violationsIn({ violations }: Results): unknown[] {
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** What axe objects to on a page without frames. */
export async function violationsOn(page: Page): Promise<unknown[]> {
  return violationsIn(await analyze(page));
}

/** What axe objects to in the control panel and the app in its frame. */
export async function violationsInFrame(page: Page): Promise<unknown[]> {
  let found: unknown[] = [];
  await expect(async () => {
    const results = await analyze(page);
    // Axe leaves a frame out, without an error, when its script takes a second to load there.
    const lookedIntoFrame = results.passes.some(({ nodes }) =>
      nodes.some(({ target }) => target.length > 1),
    );
    expect(lookedIntoFrame).toBe(true);
    found = violationsIn(results);
  }).toPass();
  return found;
}
