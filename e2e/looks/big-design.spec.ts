import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { createViteServer } from 'vitest/node';
import { violationsIn } from '../support/axe.ts';

/*
 * The app has parts of its own in place of some of BigDesign's, because those have faults. Each test
 * shows that such a fault is still there. When a test fails, BigDesign has mended the fault, and the
 * message says which part of the app can go.
 */

let address = '';
let close = async () => {};

test.beforeAll(async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'big-design-'));
  const server = await createViteServer({
    cacheDir,
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, 'big-design'),
  });
  await server.listen(0);
  address = server.resolvedUrls?.local[0] ?? '';
  close = async () => {
    await server.close();
    await rm(cacheDir, { recursive: true });
  };
});

test.afterAll(() => close());

async function open(page: Page, part: string): Promise<void> {
  await page.goto(`${address}?part=${part}`);
}

/** The rules of WCAG that the page breaks, by axe's names. */
async function brokenRules(page: Page): Promise<string[]> {
  const violations = await violationsIn(page, ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  return violations.map(([rule]) => rule);
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node.contains(document.activeElement));
}

test('Table is sorted by mouse alone, and does not tell screen readers its order', async ({
  page,
}) => {
  await open(page, 'Table');
  const firstCell = page.getByRole('cell').first();
  await expect(firstCell).toHaveText('Ada');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const isReversed = (await firstCell.textContent()) === 'Grace';
  const heading = page.getByRole('columnheader', { name: 'Name' });
  const order = await heading.getAttribute('aria-sort');
  expect(
    isReversed && order === 'descending',
    'BigDesign’s Table can be sorted by keyboard now: build SegmentTable and ShoppersTable from it, in place of table-style.ts, select-page.tsx and skeleton-rows.tsx of components/ui',
  ).toBe(false);
});

test('OffsetPagination has a menu that breaks rules of ARIA', async ({ page }) => {
  await open(page, 'OffsetPagination');
  await page.getByText('of 30').click();
  await page.getByText('25', { exact: true }).waitFor();
  expect(
    await brokenRules(page),
    'BigDesign’s OffsetPagination is accessible now: replace components/ui/pagination.tsx by it',
  ).not.toEqual([]);
});

test('Dropdown has items that break rules of ARIA', async ({ page }) => {
  await open(page, 'Dropdown');
  await page.getByText('Actions').click();
  await page.getByText('Delete').waitFor();
  expect(
    await brokenRules(page),
    'BigDesign’s Dropdown is accessible now: replace components/ui/row-menu.tsx by it',
  ).not.toEqual([]);
});

test('Select forgets what was chosen when Escape is pressed', async ({ page }) => {
  await open(page, 'Select');
  const chosen = page.getByRole('status');
  await expect(chosen).toHaveText('one');
  await page.getByRole('combobox', { name: 'Number' }).press('Escape');
  expect(
    await chosen.textContent(),
    'BigDesign’s Select keeps what was chosen now: replace components/ui/select.tsx by it, if axe finds no fault in it',
  ).toBe('nothing');
});

test('Tabs know no arrow keys, and the Tab key skips the active one', async ({ page }) => {
  await open(page, 'Tabs');
  const active = page.getByRole('tab', { name: 'One' });
  const other = page.getByRole('tab', { name: 'Two' });
  await active.waitFor();
  await page.keyboard.press('Tab');
  const isActiveReached = await hasFocus(active);
  await page.keyboard.press('ArrowRight');
  const isOtherReached = await hasFocus(other);
  expect(
    isActiveReached && isOtherReached,
    'BigDesign’s Tabs know the arrow keys now: replace components/ui/tabs.tsx by them',
  ).toBe(false);
});

test('AlertsManager has a close button without a name', async ({ page }) => {
  await open(page, 'AlertsManager');
  await page.getByText('Saved').waitFor();
  expect(
    await brokenRules(page),
    'BigDesign’s AlertsManager is accessible now: replace alerts-provider.tsx and alert-card.tsx of components/ui by it',
  ).not.toEqual([]);
});

test('Modal gives its dialog no name, and lets the focus out once a button is pressed', async ({
  page,
}) => {
  await open(page, 'Modal');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const isNamed = await page.getByRole('dialog', { name: 'Rename' }).isVisible();
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await page.keyboard.press('Tab');
  const isFocusKept = await hasFocus(dialog);
  expect(
    isNamed && isFocusKept,
    'BigDesign’s Modal names its dialog and keeps the focus now: replace components/ui/task-modal.tsx by it',
  ).toBe(false);
});
