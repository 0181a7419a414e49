import { expectAlert } from '../support/changes.ts';
import { lasting } from '../support/faults.ts';
import { expect, test } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { uiText } from '../support/ui-text.ts';

test.use({ storeName: 'bramble' });

test('Enter saves in the name, and begins a new line in the description', async ({
  list,
  stores,
}) => {
  await list.button('Create segment').click();
  await expect(list.field('Name')).toBeFocused();
  await list.field('Description').fill('One line');
  await list.field('Description').press('Enter');
  await list.field('Description').pressSequentially('and another');
  await expect(list.dialog).toBeVisible();
  await list.field('Name').fill('Beekeepers');
  await list.field('Name').press('Enter');
  await expect(list.row('Beekeepers')).toBeVisible();
  const { description } = (await stores.segments('bramble')).at(-1) ?? {};
  expect(description).toBe('One line\nand another');
});

test('a description over the limit is refused at its field, and fields are locked while saving', async ({
  list,
  page,
  stores,
}) => {
  await list.create('Beekeepers', 'z'.repeat(10_001));
  await expect(list.field('Description')).toHaveAccessibleDescription(
    'Use at most 10,000 characters.',
  );
  await expect(list.field('Description')).toBeFocused();
  await list.field('Description').fill('Own a hive');
  const release = await holdAction(page);
  await list.field('Name').press('Enter');
  await expect(list.field('Name')).not.toBeEditable();
  await expect(list.field('Description')).not.toBeEditable();
  await expect(list.field('Name')).toBeFocused();
  release();
  await expect(list.row('Beekeepers')).toBeVisible();
  expect((await stores.segments('bramble')).at(-1)).toMatchObject({ description: 'Own a hive' });
});

test('a click beside the dialog does not lose what was typed', async ({ list }) => {
  await list.button('Create segment').click();
  await list.field('Name').fill('Half a name');
  await list.root.click({ position: { x: 5, y: 5 }, force: true });
  await expect(list.field('Name')).toHaveValue('Half a name');
});

for (const leave of ['Escape', 'Cancel'] as const) {
  test(`${leave} closes each dialog, changes nothing and gives the focus back`, async ({
    list,
    stores,
  }) => {
    const before = await stores.segments('bramble');
    const close = async () => {
      if (leave === 'Escape') await list.dialog.press('Escape');
      else await list.dialogButton('Cancel').click();
      await expect(list.dialog).toBeHidden();
    };
    await list.button('Create segment').click();
    await list.field('Name').fill('Never saved');
    await close();
    await expect(list.button('Create segment')).toBeFocused();
    for (const action of ['Rename', 'Delete'] as const) {
      await list.choose(action, 'Subscription box');
      await expect(list.dialog).toBeVisible();
      await close();
      await expect(list.actionsFor('Subscription box')).toBeFocused();
    }
    expect(await stores.segments('bramble')).toEqual(before);
  });
}

test('a refusal is reported also if the form was cancelled while it saved', async ({
  list,
  page,
  sandbox,
  stores,
}) => {
  const before = await stores.segments('bramble');
  await sandbox.addFault(lasting('422', { method: 'POST' }));
  const release = await holdAction(page);
  await list.create('Beekeepers');
  await list.dialogButton('Cancel').click();
  await expect(list.dialog).toBeHidden();
  release();
  const reason = uiText('failures.invalid');
  await expectAlert(list, uiText('segments.form.createFailed', { reason }));
  expect(await stores.segments('bramble')).toEqual(before);
});

test('a dialog that is opened again is empty', async ({ list }) => {
  await list.create('');
  await expect(list.text('Enter a name.')).toBeVisible();
  await list.field('Name').fill('Half a name');
  await list.dialogButton('Cancel').click();
  await list.button('Create segment').click();
  await expect(list.field('Name')).toHaveValue('');
  await expect(list.text('Enter a name.')).toBeHidden();
});

test('Tab stays in the dialog', async ({ list, page }) => {
  await list.button('Create segment').click();
  await expect(list.field('Name')).toBeFocused();
  for (let times = 0; times < 8; times += 1) {
    await page.keyboard.press('Tab');
    await expect(list.dialog.locator(':focus')).toHaveCount(1);
  }
});
