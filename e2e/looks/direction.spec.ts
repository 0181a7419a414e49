import type { Locator } from '@playwright/test';
import { AddingPanel } from '../support/adding-panel-object.ts';
import { expect, test } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

/* A name from right to left, or with characters that force a direction, turns nothing else round. */

/** “Customers!”, whose exclamation mark would move to the wrong side. */
const hebrew = 'לקוחות!';
const override = 'VIP\u202egpj.exe';
const shownOverride = 'VIP⟨U+202E⟩gpj.exe';
const isolatedHebrew = `\u2068${hebrew}\u2069`;

test.use({ installs: ['aurora'] });

test.beforeEach(async ({ sandbox, stores }) => {
  const hash = stores.hash('aurora');
  await sandbox.setCustomers(hash, {
    count: 2,
    people: [{ first_name: hebrew, last_name: '', email: 'a@shop.test', company: hebrew }],
  });
  const items = [hebrew, override].map((name) => ({ name, description: name }));
  const [{ id = '' } = {}] = await sandbox.setSegments(hash, { items });
  await sandbox.setMembers(hash, id, 1);
});

/**
 * The texts and attributes in which the Hebrew name could reorder what is around it: as a part of a
 * text, not isolated; or alone, in an element that has the direction of the page.
 */
function turned(root: Locator): Promise<string[]> {
  return root.evaluate((html, name) => {
    const isLoose = (text: string) => text.replace(/\u2068[^\u2069]*\u2069/g, '').includes(name);
    const found: string[] = [];
    const walker = document.createTreeWalker(html, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const block = node.parentElement;
      const text = node.textContent ?? '';
      if (!block || !isLoose(text) || block.closest('script, style, textarea')) continue;
      const box = block.matches('a, em') ? block.parentElement : block;
      const keepsToItself =
        block.matches('option, title') ||
        (box && getComputedStyle(box).unicodeBidi === 'plaintext');
      if (!keepsToItself) found.push(text);
    }
    for (const element of html.querySelectorAll('*')) {
      for (const { name: attribute, value } of element.attributes) {
        if (!attribute.startsWith('data-') && attribute !== 'value' && isLoose(value)) {
          found.push(`${attribute}="${value}"`);
        }
      }
    }
    return found;
  }, hebrew);
}

test('names from right to left are isolated in the list, its dialogs, alerts and labels', async ({
  panel,
}) => {
  const list = await panel.openApp('aurora');
  await expect(list.names).toContainText([hebrew]);
  expect(await turned(list.root)).toEqual([]);
  const label = `Actions for ${isolatedHebrew}`;
  await list.button(label).click();
  await expect(list.frame.getByRole('menu')).toHaveAccessibleName(label);
  await list.frame.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(list.dialog).toContainText(`This deletes “${isolatedHebrew}”.`);
  expect(await turned(list.root)).toEqual([]);
  await list.dialogButton('Cancel').click();
  await list.selectPage.check();
  await list.button('Delete').click();
  await expect(list.dialog.getByRole('listitem')).toHaveCount(2);
  expect(await turned(list.root)).toEqual([]);
  await list.dialogButton('Cancel').click();
  await list.create(hebrew);
  await expect(list.dialog).toContainText(
    uiText('segments.form.nameTaken', { name: isolatedHebrew }),
  );
  expect(await turned(list.root)).toEqual([]);
  await list.field('Name').fill(`${hebrew} 2`);
  await list.dialogButton('Save').click();
  await expect(list.alerts).toContainText('was created');
  expect(await turned(list.root)).toEqual([]);
  await list.search.fill(`${hebrew} none`);
  await expect(list.heading(uiText('segments.nothingFound.title'))).toBeVisible();
  expect(await turned(list.root)).toEqual([]);
});

test('names from right to left are isolated where shoppers are removed and added', async ({
  panel,
  stores,
}) => {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  const segment = await panel.openSegment('aurora', id);
  await expect(segment.heading(hebrew)).toBeVisible();
  expect(await turned(segment.root)).toEqual([]);
  await segment.askToRemove(0);
  await expect(segment.dialog).toContainText(
    `This removes “${isolatedHebrew} (a@shop.test)” from “${isolatedHebrew}”.`,
  );
  expect(await turned(segment.root)).toEqual([]);
  await segment.dialogButton('Remove').click();
  await expect(segment.alerts).toContainText('was removed');
  expect(await turned(segment.root)).toEqual([]);

  const adding = new AddingPanel(segment);
  await adding.open();
  await adding.choose(hebrew);
  await expect(adding.chosen).toContainText(isolatedHebrew);
  expect(await turned(segment.root)).toEqual([]);
  await adding.button('Add 1 shopper').click();
  await expect(segment.alerts).toContainText(`added to “${isolatedHebrew}”`);
  expect(await turned(segment.root)).toEqual([]);
});

test('names from right to left are isolated on the screen of a customer', async ({ panel }) => {
  const customer = await panel.openCustomer('aurora', 1);
  await expect(customer.heading(hebrew)).toBeVisible();
  const box = customer.box(hebrew);
  await box.click();
  await expect(customer.status(`Removed from “${isolatedHebrew}”.`)).toBeVisible();
  expect(await turned(customer.root)).toEqual([]);
  expect(await customer.root.evaluate(() => document.title)).toContain(isolatedHebrew);
});

test('a character that forces a direction is shown, and forces none', async ({ panel }) => {
  const list = await panel.openApp('aurora');
  await expect(list.names).toContainText([shownOverride]);
  await list.choose('Delete', shownOverride);
  await expect(list.dialog).toContainText(`This deletes “${shownOverride}”.`);
  for (const part of [list.dialog, list.table]) await expect(part).not.toContainText('\u202e');
});

test('text from right to left begins at the right while it is typed', async ({ panel }) => {
  const list = await panel.openApp('aurora');
  await list.search.fill(hebrew);
  await expect(list.search).toHaveCSS('direction', 'rtl');
  await list.button('Create segment').click();
  for (const name of ['Name', 'Description'] as const) {
    await list.field(name).fill(hebrew);
    await expect(list.field(name)).toHaveCSS('direction', 'rtl');
  }
});
