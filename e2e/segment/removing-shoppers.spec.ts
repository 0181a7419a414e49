import { expect } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { test } from '../support/removing-fixtures.ts';
import { uiText } from '../support/ui-text.ts';

test('removing one shopper removes no other', async ({ segment, members }) => {
  const [first, ...others] = await members();
  const label = await segment.label(0);
  await segment.askToRemove(0);
  await expect(segment.dialog).toContainText(`This removes “${label}” from “`);
  await expect(segment.dialog).toContainText('promotions that use this segment are affected');
  await expect(segment.dialog).toContainText('To undo this, add the shopper again.');
  await segment.dialogButton('Cancel').click();
  expect(await members()).toEqual([first, ...others]);
  await segment.removeOne(0);
  await expect(segment.names).toHaveCount(2);
  await expect(segment.alerts).toContainText(`“${label}” was removed from the segment.`);
  await expect(segment.text('2 shoppers')).toBeVisible();
  expect(await members()).toEqual(others);
});

test('a shopper who was removed no longer counts as selected', async ({ segment, members }) => {
  const [, , other] = await members();
  for (const position of [0, 1]) await segment.select(position);
  await expect(segment.text('2 selected')).toBeVisible();
  await segment.removeOne(0);
  await expect(segment.names).toHaveCount(2);
  await expect(segment.text('1 selected')).toBeVisible();
  await segment.button('Remove').click();
  await segment.dialogButton('Remove').click();
  await expect(segment.names).toHaveCount(1);
  await expect.poll(members).toEqual([other]);
});

test.describe('120 shoppers', () => {
  test.use({ memberCount: 120 });

  test('shoppers of several pages are removed at once, after typing their number', async ({
    segment,
    members,
    sandbox,
  }) => {
    const before = await members();
    await sandbox.clearLog();
    await segment.select(1);
    await segment.select(2);
    await segment.button('Next page').click();
    await expect(segment.text('51–100 of 120')).toBeVisible();
    await expect(segment.table).toHaveAttribute('aria-busy', 'false');
    await segment.selectPage.check();
    await expect(segment.text('52 selected')).toBeVisible();
    await segment.select(4);
    await segment.table.locator('tbody').getByRole('checkbox').nth(4).uncheck();
    await expect(segment.selectPage).toBeChecked({ indeterminate: true });
    await segment.button('Remove').click();
    const confirmation = segment.dialog.getByRole('textbox', { name: 'Type 51 to confirm' });
    await confirmation.fill('50');
    await segment.dialogButton('Remove').click();
    await expect(confirmation).toHaveAccessibleDescription(
      'Type 51 to confirm that you mean all of them.',
    );
    await expect(confirmation).toBeFocused();
    await confirmation.fill('51');
    await confirmation.press('Enter');
    await expect(segment.alerts).toContainText('51 shoppers were removed from the segment.');
    await expect(segment.text('69 shoppers')).toBeVisible();
    await expect(segment.names).toHaveCount(19);
    const gone = new Set([...before.slice(1, 3), ...before.slice(50, 100)]);
    gone.delete(before[54] ?? '');
    expect(await members()).toEqual(before.filter((id) => !gone.has(id)));
  });

  test('removing all removes those who were in the segment, by id', async ({
    segment,
    members,
    sandbox,
  }) => {
    const before = await members();
    await sandbox.clearLog();
    await segment.selectPage.check();
    await segment.button('Remove all 120').click();
    await expect(segment.dialog).toContainText('This removes all 120 shoppers from “');
    await segment.confirm(120);
    await expect(segment.alerts).toContainText('120 shoppers were removed from the segment.');
    await expect(segment.heading('No shoppers in this segment yet')).toBeVisible();
    expect(await members()).toEqual([]);
    const deletions = (await sandbox.log()).filter(({ method }) => method === 'DELETE');
    const named = deletions.flatMap(({ path }) =>
      (new URL(path, 'http://sandbox').searchParams.get('id:in') ?? '').split(','),
    );
    expect(named.toSorted()).toEqual(before.toSorted());
  });

  test('shoppers who were found can be removed, and are not found again', async ({
    segment,
    members,
  }) => {
    const name = await segment.name(5);
    await segment.find.fill(name);
    await expect(segment.text(/^\d+ shoppers? found$/)).toBeVisible();
    const found = await segment.names.count();
    await segment.selectPage.check();
    if (found === 1) {
      await segment.button('Remove').click();
      await segment.dialogButton('Remove').click();
    } else {
      await segment.removeSelected(found);
    }
    await expect(segment.alerts).toContainText('removed from the segment.');
    await expect(segment.heading(uiText('segment.find.nothingTitle'))).toBeVisible();
    expect(await members()).toHaveLength(120 - found);
  });
});

test.describe('2,100 shoppers, while others change the segment', () => {
  test.use({ memberCount: 2_100 });

  test('removing all removes those who were in at the start, and nobody who came later', async ({
    segment,
    elsewhere,
    newcomers,
    members,
    page,
  }) => {
    const goOn = await holdAction(page, 1);
    await segment.selectPage.check();
    await segment.button('Remove all 2,100').click();
    await segment.confirm(2_100);
    await expect(segment.text('Removed 1,000 of 2,100 shoppers')).toBeVisible();
    await elsewhere.remove((await members()).slice(-3));
    await elsewhere.add(newcomers);
    goOn();
    await expect(segment.alerts).toContainText('2,100 shoppers were removed from the segment.');
    await expect(segment.text('2 shoppers')).toBeVisible();
    expect(await members()).toEqual(newcomers);
  });

  test('nobody is removed if more are in than the merchant agreed to remove', async ({
    segment,
    elsewhere,
    newcomers,
    members,
  }) => {
    await segment.selectPage.check();
    await segment.button('Remove all 2,100').click();
    await elsewhere.add(newcomers);
    await segment.confirm(2_100);
    await expect(segment.alerts).toContainText(uiText('segment.outcome.hasGrown'));
    await expect(segment.text('2,102 shoppers').first()).toBeVisible();
    expect(await members()).toHaveLength(2_102);
  });
});

test.describe('5,000 shoppers', () => {
  test.use({ memberCount: 5_000 });

  test('removing all shows progress and can be cancelled', async ({ segment, members, page }) => {
    const goOn = await holdAction(page, 1);
    await segment.selectPage.check();
    await segment.button('Remove all 5,000').click();
    await segment.confirm(5_000);
    const progress = segment.frame.getByRole('progressbar');
    await expect(progress).toBeVisible();
    await expect(segment.text(/^Removed [1-9][\d,]* of 5,000 shoppers$/)).toBeVisible();
    await segment.button('Cancel').click();
    goOn();
    await expect(segment.alerts).toContainText('You cancelled the rest.');
    await expect(progress).toBeHidden();
    const left = (await members()).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(5_000);
    const removed = new Intl.NumberFormat('en-US').format(5_000 - left);
    await expect(segment.alerts).toContainText(`${removed} of 5,000 shoppers were removed.`);
    await expect(segment.alerts).toContainText(
      `${left.toLocaleString('en-US')} shoppers are still`,
    );
  });
});

test('shoppers who are selected but not in sight are counted, and all are named in the dialog', async ({
  segment,
}) => {
  const names = await segment.names.allTextContents();
  for (const position of [0, 1, 2]) await segment.select(position);
  await segment.find.fill('nobody at all');
  await expect(segment.heading(uiText('segment.find.nothingTitle'))).toBeVisible();
  await expect(segment.text('3 selected')).toHaveText(
    uiText('ui.selectedHidden', { count: 3, hidden: 3 }),
  );
  await segment.button('Remove').click();
  await expect(segment.dialog.getByRole('listitem')).toContainText(names);
});
