import { expect, test } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { linkTo } from '../support/link-to.ts';

test.use({ installs: ['aurora'] });

test('deleting one segment deletes no other', async ({ panel, stores }) => {
  const before = await stores.segments('aurora');
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
  await list.choose('Delete', 'Climbers, Alaska');
  await expect(list.dialog).toContainText('This deletes “Climbers, Alaska”.');
  await expect(list.dialog).toContainText('This can’t be undone.');
  await list.dialogButton('Delete').click();
  await expect(list.row('Climbers, Alaska')).toBeHidden();
  await expect(list.alerts).toContainText('“Climbers, Alaska” was deleted.');
  await expect(list.text('239 of 1,000 segments')).toBeVisible();
  expect(await stores.segments('aurora')).toEqual(
    before.filter(({ name }) => name !== 'Climbers, Alaska'),
  );
});

test('deleting several asks to type their number', async ({ panel, sandbox, stores }) => {
  const before = await stores.segments('aurora');
  const chosen = ['Climbers, Alaska', 'Climbers, Texas', 'Climbers, Sun Belt'];
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
  await sandbox.clearLog();
  for (const name of chosen) await list.select(name);
  await expect(list.text('3 selected')).toBeVisible();
  await list.button('Delete').click();
  for (const name of chosen) await expect(list.dialog).toContainText(name);
  const confirmation = list.dialog.getByRole('textbox', { name: 'Type 3 to confirm' });
  for (const wrong of ['', '2', '33']) {
    await confirmation.fill(wrong);
    await list.dialogButton('Delete').click();
    await expect(confirmation).toHaveAccessibleDescription(
      'Type 3 to confirm that you mean all of them.',
    );
    await expect(confirmation).toBeFocused();
  }
  await confirmation.fill('3');
  await confirmation.press('Enter');
  await expect(list.alerts).toContainText('3 segments were deleted.');
  expect(await stores.changesSent()).toHaveLength(1);
  expect(await stores.segments('aurora')).toEqual(
    before.filter(({ name }) => !chosen.includes(name)),
  );
});

test('a long deletion shows progress and can be cancelled', async ({
  panel,
  page,
  sandbox,
  stores,
}) => {
  const all = await sandbox.setSegments(stores.hash('aurora'), { count: 1_000 });
  const list = await panel.openApp('aurora');
  const goOn = await holdAction(page, 1);
  await list.selectPage.check();
  await list.button('Select all 1,000').click();
  await list.button('Delete').click();
  await list.dialog.getByLabel('Type 1,000 to confirm').fill('1000');
  await list.dialogButton('Delete').click();
  const progress = list.frame.getByRole('progressbar');
  await expect(progress).toBeVisible();
  await expect(list.text(/^Deleted [1-9]\d* of 1,000 segments$/)).toBeVisible();
  await list.button('Cancel').click();
  goOn();
  await expect(list.alerts).toContainText('You cancelled the rest.');
  await expect(progress).toBeHidden();
  const left = await stores.segmentNames('aurora');
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(all.length);
  expect(left).toEqual(all.slice(all.length - left.length).map(({ name }) => name));
  await list.button('Clear selection').click();
  await expect(list.text(`${left.length} of 1,000 segments`)).toBeVisible();
  await expect(list.alerts).toContainText(
    `${all.length - left.length} of 1,000 segments were deleted.`,
  );
  await expect(list.alerts).toContainText(`${left.length} segments are still in the list.`);
});

test('a long deletion goes on while another screen is open, and can still be cancelled afterwards', async ({
  panel,
  page,
  sandbox,
  stores,
}) => {
  await sandbox.setSegments(stores.hash('aurora'), { count: 240 });
  const list = await panel.openApp('aurora');
  const kept = 'Segment 0001';
  await list.selectPage.check();
  await list.button('Select all 240').click();
  await list.frame.getByRole('checkbox', { name: `Select ${kept}` }).uncheck();
  const release = await holdAction(page);
  await list.button('Delete').click();
  await list.dialog.getByLabel('Type 239 to confirm').fill('239');
  await list.dialogButton('Delete').click();
  await list.link(kept).click();
  await expect(list.heading(kept)).toBeVisible();
  await panel.segment.back.click();
  await expect(list.heading('Customer segments')).toBeFocused();
  await expect(list.names).toHaveText([kept]);
  await list.button('Cancel').press('Enter');
  await expect(list.button('Cancel')).toBeDisabled();
  await expect(list.button('Cancel')).toBeFocused();
  release();
  await expect(list.alerts).toContainText('You cancelled the rest.');
  await expect(list.text('140 of 1,000 segments')).toBeVisible();
  expect(await stores.segmentNames('aurora')).toHaveLength(140);
});
