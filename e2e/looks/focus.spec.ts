import type { Locator } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import type { SegmentsScreen } from '../support/segments-screen-object.ts';
import { uiText } from '../support/ui-text.ts';

/* The focus never falls back to the start of the page, where its user would have to begin again. */

const panelOf = ({ frame }: SegmentsScreen): Locator =>
  frame.locator('section').filter({ has: frame.getByRole('searchbox') });

const statusOf = ({ frame }: SegmentsScreen, text: string): Locator =>
  frame.getByRole('status').filter({ hasText: text });

test.use({ installs: ['aurora'] });

test('a control that disappears when it is used leaves the focus in the list', async ({
  panel,
}) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ limit: 100 }) });
  await test.step('the selection, which hides nothing', async () => {
    await list.selectPage.check();
    await list.button('Select all 240').press('Enter');
    await expect(panelOf(list)).toBeFocused();
    await expect(statusOf(list, '240 selected')).toBeVisible();
    await list.search.fill('climbers');
    await expect(statusOf(list, '240 of 1,000 segments · 12 segments found')).toBeVisible();
    await list.button('Clear selection').press('Enter');
    await expect(panelOf(list)).toBeFocused();
  });
  await test.step('the search', async () => {
    await list.search.fill('nobody');
    await list.button('Clear search').press('Enter');
    await expect(list.search).toBeFocused();
  });
  await test.step('the pages', async () => {
    for (const range of ['101–200 of 240', '201–240 of 240', '201–240 of 240']) {
      await list.button('Next page').press('Enter');
      await expect(statusOf(list, range)).toBeVisible();
    }
    await expect(list.button('Next page')).toBeDisabled();
    await expect(list.button('Next page')).toBeFocused();
  });
});

test('a renamed segment is highlighted in its new place, and has the focus', async ({ panel }) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
  const rename = async (from: string, to: string) => {
    await list.choose('Rename', from);
    await list.field('Name').fill(to);
    await list.dialogButton('Save').click();
    await expect(list.row(to)).toHaveAttribute('data-highlighted');
    await expect(list.actionsFor(to)).toBeFocused();
    await expect(list.row(to)).toBeInViewport();
  };
  await rename('Climbers, Alaska', 'Zither players');
  await expect(list.search).toHaveValue('');
  await expect(list.text('226–240 of 240')).toBeVisible();
  await list.sortBy('Last updated');
  await list.sortBy('Last updated');
  await list.search.fill('climbers');
  await rename('Climbers, Texas', 'Climbers of Texas');
  await expect(list.names.first()).toHaveText('Climbers of Texas');
  await expect(list.search).toHaveValue('climbers');
});

test.describe('a message or button that disappears', () => {
  test.use({ expectedErrors: [/status of 403/] });

  test('leaves the focus on what takes its place', async ({ panel, sandbox, stores }) => {
    await sandbox.setSegments(stores.hash('aurora'), { count: 0 });
    await sandbox.set({ segmentation: false });
    const list = panel.segments;
    await panel.goTo('aurora', '/apps/customer-segments');
    await list.heading(uiText('failures.refused.not-permitted')).waitFor();
    await sandbox.set({ segmentation: true });
    await list.button('Try again').press('Enter');
    await expect(list.heading('No segments yet')).toBeVisible();
    await expect(list.frame.locator('section:focus')).toBeVisible();

    await list.button('Create segment').last().press('Enter');
    await list.field('Name').fill('The very first');
    await list.field('Name').press('Enter');
    await expect(list.dialog).toBeHidden();
    await expect(list.actionsFor('The very first')).toBeFocused();

    const notice = statusOf(list, uiText('failures.stale'));
    await list.root.evaluate((root) => {
      for (const region of root.querySelectorAll('[role=status]')) region.classList.add('early');
    });
    await sandbox.set({ segmentation: false });
    await list.create('The second');
    await list.dialogButton('Cancel').click();
    await expect(notice).toHaveClass(/early/);
    await sandbox.set({ segmentation: true });
    await list.button('Try again').press('Enter');
    await expect(notice).toBeHidden();
    await expect(panelOf(list)).toBeFocused();
  });
});
