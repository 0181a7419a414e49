import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { uiText } from '../support/ui-text.ts';

/* Deleting deletes exactly the selected segments, across pages and searches. */

test('selecting a page selects only its rows, and the selection stays on other pages', async ({
  list,
  stores,
}) => {
  const before = await stores.segmentNames('aurora');
  const page = await list.names.allTextContents();
  await list.selectPage.check();
  await expect(list.text('25 selected')).toBeVisible();
  await list.button('Next page').click();
  await expect(list.selectPage).not.toBeChecked();
  await list.search.fill('yes no maybe');
  await expect(list.text('25 selected')).toBeVisible();
  await list.search.fill('');
  await expect(list.selectPage).toBeChecked();
  await list.frame.getByRole('checkbox', { name: `Select ${page[0]}` }).uncheck();
  await expect(list.selectPage).toBeChecked({ indeterminate: true });
  await list.button('Delete').click();
  await list.dialog.getByLabel('Type 24 to confirm').fill('24');
  await list.dialogButton('Delete').click();
  await expect(list.alerts).toContainText('24 segments were deleted.');
  const gone = new Set(page.slice(1));
  expect(await stores.segmentNames('aurora')).toEqual(before.filter((name) => !gone.has(name)));
});

test('"Select all" of a search selects what it found on all pages', async ({ panel, stores }) => {
  await stores.install('aurora');
  const before = await stores.segmentNames('aurora');
  const list = await panel.openApp('aurora', {
    deepLink: linkTo.segments({ search: 'climbers', limit: 10 }),
  });
  await list.selectPage.check();
  await list.button('Select all 12').click();
  await expect(list.text('12 selected')).toBeVisible();
  await list.button('Delete').click();
  await list.dialog.getByLabel('Type 12 to confirm').fill('12');
  await list.dialogButton('Delete').click();
  await expect(list.alerts).toContainText('12 segments were deleted.');
  expect(await stores.segmentNames('aurora')).toEqual(
    before.filter((name) => !name.startsWith('Climbers')),
  );
});

test('deleting after "Select all 240" empties the store, and names every id', async ({
  list,
  sandbox,
  stores,
}) => {
  const ids = (await stores.segments('aurora')).map(({ id }) => id);
  await list.selectPage.check();
  await list.button('Select all 240').click();
  await list.button('Delete').click();
  await list.dialog.getByLabel('Type 240 to confirm').fill('240');
  await list.dialogButton('Delete').click();
  await expect(list.alerts).toContainText('240 segments were deleted.');
  await expect(list.heading('No segments yet')).toBeVisible();
  expect(await stores.segments('aurora')).toEqual([]);
  const deletions = (await sandbox.log()).filter(({ method }) => method === 'DELETE');
  const named = deletions.flatMap(({ path }) =>
    (new URL(path, 'http://sandbox').searchParams.get('id:in') ?? '').split(','),
  );
  expect(named.toSorted()).toEqual(ids.toSorted());
});

test('a segment created elsewhere meanwhile survives "Select all"', async ({
  list,
  otherTab,
  stores,
}) => {
  await list.selectPage.check();
  await list.button('Select all 240').click();
  const elsewhere = await otherTab.openApp('aurora', { role: 'staff' });
  await elsewhere.create('Made meanwhile');
  await expect(elsewhere.row('Made meanwhile')).toBeVisible();
  await list.button('Delete').click();
  await list.dialog.getByLabel('Type 240 to confirm').fill('240');
  await list.dialogButton('Delete').click();
  await expect(list.alerts).toContainText('240 segments were deleted.');
  expect(await stores.segmentNames('aurora')).toEqual(['Made meanwhile']);
});

test('a segment that somebody else has deleted no longer counts as selected', async ({
  list,
  otherTab,
}) => {
  const [gone = '', stays = ''] = await list.names.allTextContents();
  for (const name of [gone, stays]) await list.select(name);
  await expect(list.text('2 selected')).toBeVisible();
  const elsewhere = await otherTab.openApp('aurora', { role: 'staff' });
  await elsewhere.choose('Delete', gone);
  await elsewhere.dialogButton('Delete').click();
  await expect(elsewhere.alerts).toContainText('was deleted');
  await expect(async () => {
    await list.focus();
    await expect(list.row(gone)).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(list.text('1 selected')).toBeVisible();
  await list.button('Delete').click();
  await expect(list.dialog).toContainText(`This deletes “${stays}”.`);
});

test('what is selected but not in sight is counted in the toolbar, and named before it is deleted', async ({
  list,
}) => {
  const names = await list.names.allTextContents();
  for (const name of names.slice(0, 7)) await list.select(name);
  await expect(list.text('7 selected')).toHaveText('7 selected');
  const seen = names[6] ?? '';
  await list.search.fill(seen);
  await expect(list.names).toHaveText([seen]);
  await expect(list.text('7 selected')).toHaveText(
    uiText('ui.selectedHidden', { count: 7, hidden: 6 }),
  );
  await list.button('Delete').click();
  await expect(list.dialog.getByRole('listitem')).toHaveCount(7);
  const named = await list.dialog.getByRole('listitem').allTextContents();
  expect(named.toSorted()).toEqual(names.slice(0, 7).toSorted());
  await expect(list.dialog.getByRole('textbox')).toBeFocused();
});

test('the names of many selected segments scroll in the dialog, also by the keyboard', async ({
  list,
}) => {
  await list.selectPage.check();
  await list.button('Select all 240').click();
  await expect(list.text('240 selected')).toHaveText(
    uiText('ui.selectedHidden', { count: 240, hidden: 215 }),
  );
  await list.button('Delete').click();
  const named = list.dialog.getByRole('list', { name: uiText('segments.deletion.list') });
  await expect(named.getByRole('listitem')).toHaveCount(240);
  await expect(list.dialogButton('Delete')).toBeInViewport();
  await list.dialog.getByRole('textbox').press('Shift+Tab');
  await expect(named).toBeFocused();
  await named.press('End');
  await expect(named.getByRole('listitem').last()).toBeInViewport();
});
