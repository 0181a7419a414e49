import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

test.use({ storeName: 'bramble' });

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await focused()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** The HTML of an element on which the focus cannot be seen, else an empty string. */
function withoutFocusRing(element: Element): string {
  // A field's ring is one or two levels up, around the box that also holds its icon.
  const isField = element.matches('input:not([type=checkbox])');
  const box = isField ? element.closest('span, form') : element;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box ?? element);
  const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  return outlined || boxShadow !== 'none' ? '' : element.outerHTML;
}

test('a segment can be created, found, renamed and deleted without a mouse', async ({
  list,
  page,
  stores,
}) => {
  const before = await stores.segmentNames('bramble');
  const { keyboard } = page;

  await tabTo(page, list.button('Create segment'));
  await keyboard.press('Enter');
  await expect(list.field('Name')).toBeFocused();
  await keyboard.type('Beekeepers');
  await keyboard.press('Tab');
  await keyboard.type('Own at least one hive');
  await tabTo(page, list.dialogButton('Save'));
  await keyboard.press('Space');
  await expect(list.row('Beekeepers')).toBeVisible();
  await expect(list.button('Create segment')).toBeFocused();

  await tabTo(page, list.search);
  await keyboard.type('bee');
  await expect(list.names).toHaveText(['Beekeepers']);

  await tabTo(page, list.actionsFor('Beekeepers'));
  await keyboard.press('Enter');
  await expect(list.frame.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(list.field('Name')).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('Bee people');
  await keyboard.press('Enter');
  await expect(list.row('Bee people')).toBeVisible();
  await expect(list.actionsFor('Bee people')).toBeFocused();
  await expect(list.alerts).toContainText('“Bee people” was saved.');
  expect(await stores.segmentNames('bramble')).toEqual([...before, 'Bee people']);

  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await expect(list.frame.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page, list.dialogButton('Delete'));
  await keyboard.press('Enter');
  await expect(list.alerts).toContainText('“Bee people” was deleted.');
  expect(await stores.segmentNames('bramble')).toEqual(before);
});

test('the menu of a row follows the arrow keys, and Escape closes it and returns the focus', async ({
  list,
  page,
}) => {
  const actions = list.actionsFor('Subscription box');
  const item = (name: string) => list.frame.getByRole('menuitem', { name });
  await actions.focus();
  await page.keyboard.press('Enter');
  await expect(actions).toHaveAttribute('aria-expanded', 'true');
  await expect(item('Rename')).toBeFocused();
  for (const [key, name] of [
    ['ArrowDown', 'Delete'],
    ['ArrowDown', 'Rename'],
    ['ArrowUp', 'Delete'],
    ['Home', 'Rename'],
    ['End', 'Delete'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(item(name)).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(item('Rename')).toBeHidden();
  await expect(actions).toBeFocused();
});

test('the focus is visible on every control', async ({ list, page }) => {
  const focus = list.frame.locator(':focus');
  const go = async (key: string, presses: number) => {
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press(key);
      await expect.poll(() => focus.evaluate(withoutFocusRing)).toBe('');
    }
  };
  await test.step('the list', async () => {
    await tabTo(page, list.button('Create segment'));
    await go('Tab', 12);
  });
  await test.step('the form, with a problem', async () => {
    await list.button('Create segment').press('Enter');
    await expect(list.field('Name')).toBeFocused();
    await list.field('Name').press('Enter');
    await expect(list.dialog.getByRole('alert')).toBeVisible();
    // As often as the dialog has stops.
    await go('Tab', 5);
    await list.field('Name').fill('Beekeepers');
    await list.field('Name').press('Enter');
  });
  await test.step('an alert', async () => {
    const close = list.alerts.getByRole('button');
    // An alert stays while the pointer is on it.
    await list.alerts.getByRole('article').hover();
    await tabTo(page, close);
    expect(await close.evaluate(withoutFocusRing)).toBe('');
  });
  await test.step('a menu', async () => {
    await list.actionsFor('Beekeepers').press('Enter');
    await expect(list.frame.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
    await go('ArrowDown', 2);
    await go('End', 1);
  });
  await test.step('the question before a deletion', async () => {
    await page.keyboard.press('Enter');
    await expect(list.dialogButton('Delete')).toBeVisible();
    await go('Tab', 3);
    await page.keyboard.press('Escape');
  });
});
