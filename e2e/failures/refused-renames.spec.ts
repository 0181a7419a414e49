import { expectAlert, expectTyped, renamed, renaming } from '../support/changes.ts';
import { lasting } from '../support/faults.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { uiText } from '../support/ui-text.ts';

/* A new name shows at once, so a later refusal must not go unnoticed. */

test('a name taken meanwhile is reported at its field, whether BigCommerce answers 409 or 422', async ({
  list,
  store,
  sandbox,
}) => {
  for (const renameConflictStatus of [409, 422] as const) {
    const theirs = { name: `Taken ${renameConflictStatus}`, description: '' };
    await store.create(theirs);
    // Long enough for the row to move to its new place and take the focus with it.
    await sandbox.set({ renameConflictStatus, latencyMs: 150 });
    await list.choose('Rename', 'Bulk buyers');
    await list.field('Name').fill(theirs.name);
    await list.dialogButton('Save').click();
    await expect(list.field('Name')).toHaveAccessibleDescription(
      uiText('segments.form.nameTaken', { name: theirs.name }),
    );
    await expect(list.field('Name')).toHaveValue(theirs.name);
    await list.dialogButton('Cancel').click();
    await expect(list.actionsFor('Bulk buyers')).toBeFocused();
  }
});

test('a rename under way is shown, and its refusal waits until an open dialog is closed', async ({
  list,
  page,
  sandbox,
}) => {
  await sandbox.addFault(lasting('422', { method: 'PUT' }));
  const release = await holdAction(page);
  await renaming.make(list);
  await expect(list.dialog).toBeHidden();
  const saving = list.frame.getByRole('status').filter({
    hasText: uiText('segments.form.saving', { name: renamed.name }),
  });
  await expect(list.row(renamed.name)).toHaveAttribute('aria-busy');
  await expect(saving).toBeVisible();
  await list.button('Create segment').click();
  await list.field('Name').fill('Half a name');
  release();
  await expect(list.row('Bulk buyers')).toBeAttached();
  await expect(saving).toBeHidden();
  await expect(list.field('Name')).toHaveValue('Half a name');
  await list.dialogButton('Cancel').click();
  await expectTyped(list, renamed);
  await renaming.expectRefused(list, uiText('failures.invalid'));
});

test('a refusal after the screen was left is an alert that holds what was typed', async ({
  list,
  page,
  sandbox,
}) => {
  await sandbox.addFault(lasting('422', { method: 'PUT' }));
  const release = await holdAction(page);
  await renaming.make(list);
  await list.link('Brand fans').click();
  await expect(list.heading('Brand fans')).toBeVisible();
  release();
  const { name, description } = renamed;
  await expectAlert(
    list,
    uiText('segments.form.renameFailed', {
      name: 'Bulk buyers',
      reason: uiText('failures.invalid'),
    }),
    `You had entered “${name}” with the description “${description}”.`,
  );
});
