import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import type { SegmentsScreen } from '../support/segments-screen-object.ts';

test.use({ installs: ['aurora'] });

/** The row is in view, and it alone is highlighted. */
async function expectHighlighted(list: SegmentsScreen, name: string): Promise<void> {
  await expect(list.row(name)).toHaveAttribute('data-highlighted');
  await expect(list.row(name)).toBeInViewport();
  await expect(list.table.locator('[data-highlighted]')).toHaveCount(1);
}

test('the new segment is highlighted in the list, and is in the store', async ({
  list,
  page,
  stores,
}) => {
  const before = await stores.segments('aurora');
  // The list has not been read again.
  await page.route(/\/api\/segments\?/, () => {});
  await list.create('Dog owners', 'Bought a leash');
  await expect(list.dialog).toBeHidden();
  await expectHighlighted(list, 'Dog owners');
  await expect(list.alerts).toContainText('“Dog owners” was created.');
  await list.button('Create segment').click({ timeout: 5_000 });
  await list.dialogButton('Cancel').click();
  await expect(list.text('241 of 1,000 segments')).toBeVisible();
  const after = await stores.segments('aurora');
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toMatchObject({ name: 'Dog owners', description: 'Bought a leash' });
});

test('a search that hides the new segment is cleared', async ({ panel }) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
  await list.create('Dog owners');
  await expectHighlighted(list, 'Dog owners');
  await expect(list.search).toHaveValue('');
});

test('a search that finds the new segment stays', async ({ panel }) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
  await list.create('Ice climbers');
  await expectHighlighted(list, 'Ice climbers');
  await expect(list.search).toHaveValue('climbers');
  await expect(list.names).toHaveCount(13);
});

for (const deepLink of [
  linkTo.segments({ page: 9 }),
  linkTo.segments({ sort: '-updated' }),
  linkTo.segments({ sort: '-name' }),
]) {
  test(`the list turns to the page of the new segment from ${deepLink}`, async ({ panel }) => {
    const list = await panel.openApp('aurora', { deepLink });
    await list.create('Families with dogs');
    await expectHighlighted(list, 'Families with dogs');
    await list.create('Yachting crews');
    await expectHighlighted(list, 'Yachting crews');
  });
}

test('a name is required, and spaces around it are removed', async ({ list, sandbox, stores }) => {
  await sandbox.clearLog();
  await list.button('Create segment').click();
  for (const empty of ['', '   ']) {
    await list.field('Name').fill(empty);
    await list.dialogButton('Save').click();
    await expect(list.field('Name')).toHaveAccessibleDescription('Enter a name.');
    await expect(list.field('Name')).toBeFocused();
  }
  await list.field('Name').fill('  Dog owners  ');
  await expect(list.text('Enter a name.')).toBeHidden();
  await list.field('Name').press('Enter');
  await expectHighlighted(list, 'Dog owners');
  expect(await stores.changesSent()).toHaveLength(1);
  expect(await stores.segmentNames('aurora')).toContain('Dog owners');
});

test('a name that is in the list already is not sent', async ({ list, sandbox, stores }) => {
  await sandbox.clearLog();
  await list.create('Climbers, Alaska', 'Typed with care');
  await expect(list.field('Name')).toHaveAccessibleDescription(
    'The store already has a segment called “Climbers, Alaska”. Choose another name.',
  );
  await expect(list.field('Description')).toHaveValue('Typed with care');
  await list.field('Name').fill('Climbers of Alaska');
  await list.dialogButton('Save').click();
  await expectHighlighted(list, 'Climbers of Alaska');
  expect(await stores.changesSent()).toHaveLength(1);
});

test('a name that BigCommerce refuses as taken is reported at the field', async ({
  list,
  otherTab,
  stores,
}) => {
  const elsewhere = await otherTab.openApp('aurora', { role: 'staff' });
  await elsewhere.create('Dog owners');
  await expect(elsewhere.row('Dog owners')).toBeVisible();
  await list.create('Dog owners', 'Typed with care');
  await expect(list.field('Name')).toHaveAccessibleDescription(/already has a segment called/);
  await expect(list.field('Name')).toBeFocused();
  await expect(list.field('Description')).toHaveValue('Typed with care');
  expect(await stores.segmentNames('aurora')).toHaveLength(241);
  await list.field('Name').fill('Cat owners');
  await list.dialogButton('Save').click();
  await expectHighlighted(list, 'Cat owners');
  expect(await stores.segmentNames('aurora')).toHaveLength(242);
});
