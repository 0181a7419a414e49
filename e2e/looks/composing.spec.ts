import { AddingPanel } from '../support/adding-panel-object.ts';
import { expect, test } from '../support/fixtures.ts';
import { pauseClock } from '../support/pause-clock.ts';
import { openSegment } from '../support/screen-state.ts';

/* Text is composed with an input method, as for Japanese, Chinese and Korean. */

test.use({ installs: ['aurora'] });

test('Escape while composing keeps the form, its text and the focus in it', async ({
  list,
  page,
}) => {
  await list.button('Create segment').click();
  const name = list.field('Name');
  await name.fill('きゃく');
  // Safari reports the key after the composition, with the code 229.
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    await name.dispatchEvent('keydown', { key: 'Escape', ...composing });
  }
  await expect(name).toHaveValue('きゃく');
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab');
    await expect(list.dialog.locator(':focus')).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(list.dialog).toBeHidden();
});

test('a number typed in full width confirms', async ({ list }) => {
  await list.search.fill('climbers');
  await expect(list.names).toHaveCount(12);
  await list.selectPage.check();
  await list.button('Delete').click();
  await list.dialog.getByLabel('Type 12 to confirm').fill('１２');
  await list.dialogButton('Delete').click();
  await expect(list.alerts.getByText('12 segments were deleted.')).toBeVisible();
});

test('customers are searched and counted once their name is composed, or after a pause', async ({
  panel,
  page,
  sandbox,
  stores,
  database,
}) => {
  const adding = new AddingPanel(await openSegment({ panel, sandbox, stores, database }, 3));
  await adding.open();
  await expect(adding.search).toBeFocused();
  await pauseClock(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const text = url.searchParams.get('search') ?? url.searchParams.get('company');
    if (url.pathname.startsWith('/api/customers')) asked.push(text ?? url.search);
  });
  const compose = async (field: typeof adding.search, steps: readonly string[]) => {
    await field.dispatchEvent('compositionstart');
    for (const step of steps) {
      await field.fill(step);
      await page.clock.runFor(600);
    }
  };
  await compose(adding.search, ['すz', 'すず', 'すずき']);
  expect(asked).toEqual([]);
  await adding.search.fill('鈴木');
  await adding.search.dispatchEvent('compositionend');
  await page.clock.runFor(400);
  await expect.poll(() => asked).toEqual(['鈴木']);

  await adding.root.getByRole('tab', { name: 'By group, company or date' }).click();
  await adding.root
    .getByRole('combobox', { name: 'All customers' })
    .selectOption('with a company name');
  await compose(adding.root.getByRole('textbox', { name: 'Company name' }), ['やm', 'やま']);
  expect(asked).toEqual(['鈴木']);
  await page.clock.runFor(1_000);
  await expect.poll(() => asked).toEqual(['鈴木', 'やま']);
});
