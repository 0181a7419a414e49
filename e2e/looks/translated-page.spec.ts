import { AddingPanel } from '../support/adding-panel-object.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { openSegment } from '../support/screen-state.ts';
import { oneOfEachKind, refusedReads, screenStates } from '../support/screen-states.ts';
import { translatePage } from '../support/translate-page.ts';

/* Merchants have the app translated by their browser. */

const test = base.extend<{ unseenTexts: () => Promise<string[]> }>({
  unseenTexts: async ({ page }, use) => use(await translatePage(page)),
});

test.describe.configure({ mode: 'parallel' });
test.use({ installs: ['aurora'] });

for (const [state, reach] of Object.entries(screenStates)) {
  if (!oneOfEachKind.has(state)) continue;
  const refused = refusedReads[state];

  test.describe(() => {
    if (refused) test.use({ expectedErrors: [readErrors(refused)] });

    test(`${state} is reached in a translated page, and every text is up to date`, async ({
      unseenTexts,
      panel,
      sandbox,
      stores,
      database,
    }) => {
      await reach({ panel, sandbox, stores, database });
      await expect(panel.segments.root.locator('font').first()).toBeAttached();
      expect(await unseenTexts()).toEqual([]);
    });
  });
}

test('customers are searched, chosen and counted in a translated page', async ({
  unseenTexts,
  panel,
  sandbox,
  stores,
  database,
}) => {
  const adding = new AddingPanel(await openSegment({ panel, sandbox, stores, database }, 3));
  await adding.open();
  await adding.choose('amelia', 1);
  await adding.choose('kenji', 1);
  await expect(adding.button('Add 2 shoppers')).toBeVisible();
  await adding.root.getByRole('tab', { name: 'By group, company or date' }).click();
  await adding.root
    .getByRole('combobox', { name: 'All customers' })
    .selectOption('with a company name');
  const company = adding.root.getByRole('textbox', { name: 'Company name' });
  for (const name of ['Nobody at all', 'Nobody else']) {
    await company.fill(name);
    await expect(adding.root.getByText('No customer matches')).toBeVisible();
  }
  await adding.root.getByRole('tab', { name: 'Search' }).click();
  await expect(adding.button('Add 2 shoppers')).toBeVisible();
  expect(await unseenTexts()).toEqual([]);
});
