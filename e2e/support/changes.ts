import { expect } from '@playwright/test';
import type { SegmentsScreen } from './segments-screen-object.ts';
import type { Held } from './store-at-bigcommerce.ts';
import { uiText } from './ui-text.ts';

/** A change that merchants make, and what the screen shows afterwards. */
export interface Change {
  title: string;
  method: 'POST' | 'PUT' | 'DELETE';
  /** @returns the store's segments after the change */
  result(held: readonly Held[]): Held[];
  make(list: SegmentsScreen): Promise<void>;
  /** The alert that reports the change as made. */
  report: string;
  /** Expects an alert that the change was made, and the change itself on the screen. */
  expectMade(list: SegmentsScreen): Promise<void>;
  /** Expects the reason, what was there before the change, and what was typed. */
  expectRefused(list: SegmentsScreen, reason: string): Promise<void>;
}

/** The store's segments before a change: more than fit on one page or into one request. */
export const before: readonly Held[] = [
  { name: 'Best friends', description: 'Refer others' },
  { name: 'Big spenders', description: 'Spent more than 500 this year' },
  { name: 'Brand fans', description: '' },
  { name: 'Bulk buyers', description: 'Wholesale' },
  ...Array.from({ length: 56 }, (_, index) => ({ name: `Club ${index + 10}`, description: '' })),
];
export const added: Held = { name: 'Book lovers', description: 'Bought books twice' };
export const renamed: Held = { name: 'Bulk orders', description: 'More than 50 of a kind' };

const without = (held: readonly Held[], ...names: string[]) =>
  held.filter(({ name }) => !names.includes(name));

export async function expectTyped(list: SegmentsScreen, typed: Held): Promise<void> {
  await expect(list.field('Name')).toHaveValue(typed.name);
  await expect(list.field('Description')).toHaveValue(typed.description);
}

/** Reads the newest alert, and closes all of them. */
export async function expectAlert(list: SegmentsScreen, ...texts: string[]): Promise<void> {
  const alerts = list.alerts.getByRole('article');
  for (const text of texts) await expect(alerts.last()).toContainText(text);
  const close = list.alerts.getByRole('button', { name: uiText('ui.alerts.close') });
  for (let open = await close.count(); open > 0; open -= 1) await close.last().click();
}

export const creating: Change = {
  title: 'creating',
  method: 'POST',
  result: (held) => [...held, added],
  make: (list) => list.create(added.name, added.description),
  report: uiText('segments.outcome.created', { name: added.name }),
  async expectMade(list) {
    await expectAlert(list, this.report);
    await expect(list.dialog).toBeHidden();
    await expect(list.row(added.name)).toBeVisible();
  },
  async expectRefused(list, reason) {
    const failed = uiText('segments.form.createFailed', { reason });
    const unconfirmed = uiText('segments.form.createUnknownListed', { reason });
    // Without an answer the outcome may be reported as failed or as unknown.
    const isAnswered = reason !== uiText('failures.unavailable');
    const texts = isAnswered ? [failed] : [failed, unconfirmed];
    const alert = list.dialog.getByRole('alert');
    await expect(alert).toContainText(new RegExp(texts.map(RegExp.escape).join('|')));
    await expectTyped(list, added);
    await list.dialogButton('Cancel').click();
    await expect(list.row(added.name)).toBeHidden();
  },
};

export const renaming: Change = {
  title: 'renaming',
  method: 'PUT',
  result: (held) => [...without(held, 'Bulk buyers'), renamed],
  async make(list) {
    await list.choose('Rename', 'Bulk buyers');
    await list.field('Name').fill(renamed.name);
    await list.field('Description').fill(renamed.description);
    await list.dialogButton('Save').click();
  },
  report: uiText('segments.outcome.renamed', { name: renamed.name }),
  async expectMade(list) {
    await expect(list.row(renamed.name)).toBeVisible();
    await expectAlert(list, this.report);
    await expect(list.row(renamed.name)).toBeVisible();
    await expect(list.row('Bulk buyers')).toBeHidden();
  },
  async expectRefused(list, reason) {
    const text = uiText('segments.form.renameFailed', { name: 'Bulk buyers', reason });
    await expect(list.dialog.getByRole('alert')).toContainText(text);
    await expectTyped(list, renamed);
    await list.dialogButton('Cancel').click();
    await expect(list.row('Bulk buyers')).toBeVisible();
    await expect(list.row(renamed.name)).toBeHidden();
  },
};

export const deletingOne: Change = {
  title: 'deleting one',
  method: 'DELETE',
  result: (held) => without(held, 'Brand fans'),
  async make(list) {
    await list.choose('Delete', 'Brand fans');
    await list.dialogButton('Delete').click();
  },
  report: uiText('segments.outcome.deletedOne', { name: 'Brand fans' }),
  async expectMade(list) {
    await expectAlert(list, this.report);
    await expect(list.row('Brand fans')).toBeHidden();
  },
  expectRefused: (list, reason) => expectNoneDeleted(list, reason, ['Brand fans']),
};

export const deletingMany: Change = {
  title: 'deleting many',
  method: 'DELETE',
  result: (held) => without(held, 'Best friends', 'Big spenders'),
  async make(list) {
    for (const name of ['Best friends', 'Big spenders']) await list.select(name);
    await deleteSelected(list, 2);
  },
  report: uiText('segments.outcome.deletedMany', { count: 2 }),
  async expectMade(list) {
    await expectAlert(list, this.report);
    await expect(list.row('Big spenders')).toBeHidden();
  },
  async expectRefused(list, reason) {
    await expectNoneDeleted(list, reason, ['Best friends', 'Big spenders']);
    await list.button('Clear selection').click();
  },
};

/** Selects the segments of all pages, and deletes them. */
export async function deleteAll(list: SegmentsScreen, count: number): Promise<void> {
  await list.selectPage.check();
  const selectAll = list.button(uiText('segments.selection.all', { count }));
  if (await selectAll.isVisible()) await selectAll.click();
  await deleteSelected(list, count);
}

async function deleteSelected(list: SegmentsScreen, count: number): Promise<void> {
  await list.button('Delete').click();
  await list.dialog.getByRole('textbox').fill(String(count));
  await list.dialogButton('Delete').click();
}

async function expectNoneDeleted(
  list: SegmentsScreen,
  reason: string,
  names: string[],
): Promise<void> {
  const none = uiText('segments.outcome.deletedNone');
  const kept = uiText('segments.outcome.kept', { count: names.length });
  await expectAlert(list, `${none} ${reason}`, kept);
  for (const name of names) await expect(list.row(name)).toBeVisible();
}
