import type { Request } from '@playwright/test';
import { added, idIn, test } from '../support/adding-fixtures.ts';
import { expect } from '../support/fixtures.ts';
import { pauseClock } from '../support/pause-clock.ts';
import { readErrors } from '../support/read-errors.ts';
import { uiText } from '../support/ui-text.ts';

test.describe.configure({ mode: 'parallel' });

test('customers are found by name or email and added; members cannot be chosen', async ({
  adding,
  inside,
  page,
  segment,
  target,
}) => {
  const before = await inside();
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/customers?')) searches.push(request.url());
  });
  await expect(adding.search).toBeFocused();
  await pauseClock(page);
  await adding.search.pressSequentially('amelia');
  expect(searches).toEqual([]);
  await page.clock.resume();
  await expect(adding.root).toContainText(uiText('adding.search.more'));
  expect(searches).toHaveLength(1);
  await adding.choose('amelia', 2);
  await adding.choose('kenji');
  const address = await adding.address(5);
  await adding.choose(address);
  await expect(adding.found).toHaveCount(1);
  await expect(adding.chosen).toHaveCount(4);
  await adding.chosen
    .first()
    .getByRole('button', { name: /^Remove Amelia / })
    .click();
  await adding.button('Add 3 shoppers').dblclick();

  await expect(segment.alerts).toContainText(added(3, target));
  await expect(adding.chosen).toHaveCount(0);
  await expect(segment.text('6 shoppers')).toBeVisible();
  const after = await inside();
  expect(after).toHaveLength(6);
  expect(after).toEqual(expect.arrayContaining([...before, idIn(address)]));
  await expect(adding.found).toContainText(uiText('adding.search.alreadyIn'));
  await expect(adding.found.getByRole('checkbox')).toBeDisabled();
});

test('a search says how many it found; a newer search cancels an older one', async ({
  adding,
  page,
}) => {
  await page.route(/search=hannah/, () => {});
  const isHannah = (request: Request) => request.url().includes('search=hannah');
  const asked = page.waitForRequest(isHannah);
  const givenUp = page.waitForEvent('requestfailed', isHannah);
  await adding.search.fill('hannah');
  await asked;
  await adding.search.fill('nobody at all');
  await givenUp;
  await expect(adding.root).toContainText('No customer found for “nobody at all”.');
  await adding.search.fill('x');
  await expect(adding.root).not.toContainText('found');
});

test.describe('when BigCommerce fails at a search', () => {
  test.use({ expectedErrors: [readErrors(503)] });

  test('the panel says why, and can search again', async ({ adding, sandbox }) => {
    await sandbox.addFault({ path: '/v3/customers', fault: '500', times: 20 });
    await adding.search.fill('amelia');
    await expect(adding.root).toContainText(uiText('failures.unavailable'));
    await sandbox.clearFaults();
    await adding.button(uiText('adding.search.retry')).click();
    await expect(adding.found.first()).toContainText('Amelia');
  });
});

test('shoppers can be added without a mouse', async ({ adding, inside, page, segment, target }) => {
  const { keyboard } = page;
  const before = await inside();
  await expect(adding.search).toBeFocused();
  await keyboard.type('amelia');
  await expect(adding.found.first()).toBeVisible();
  await keyboard.press('Tab');
  while (await segment.frame.locator(':focus:not([type=checkbox])').count()) {
    await keyboard.press('Tab');
  }
  await keyboard.press('Space');
  await expect(adding.chosen).toHaveCount(1);
  await adding.button('Add 1 shopper').focus();
  await keyboard.press('Enter');
  await expect(segment.alerts).toContainText(added(1, target));
  expect(await inside()).toHaveLength(before.length + 1);

  await adding.root.getByRole('tab', { name: 'Search' }).focus();
  await keyboard.press('ArrowRight');
  const other = adding.root.getByRole('tab', { name: 'By group, company or date' });
  await expect(other).toBeFocused();
  await expect(other).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowRight');
  await expect(adding.search).toBeVisible();
  await adding.button('Close').focus();
  await keyboard.press('Enter');
  await expect(adding.root).toBeHidden();
  await expect(segment.button('Add shoppers')).toBeFocused();
});

test.describe('with customers called Maria and Silva', () => {
  const people = [
    { first_name: 'Maria', last_name: 'Silva', email: 'maria@shop.test' },
    { first_name: 'Maria', last_name: 'Santos', email: 'b@shop.test' },
    { first_name: 'Ana', last_name: 'Silva', email: 'c@shop.test' },
    { first_name: 'Conor', last_name: 'O’Brien', email: 'd@shop.test' },
  ];
  test.use({ customers: { count: 4, people }, memberCount: 0 });

  for (const [typed, found] of [
    ['"Maria S." <maria@shop.test>', ['maria@']],
    ['mailto:maria@shop.test', ['maria@']],
    ['maria@shop.test, c@shop.test', ['maria@', 'c@']],
    ['Silva, Maria', ['maria@']],
    ["o'brien", ['d@']],
  ] as const) {
    test(`“${typed}” finds whom it names, and nobody else`, async ({ adding }) => {
      await adding.search.fill(typed);
      await expect(adding.found).toContainText([...found]);
      await expect(adding.found).toHaveCount(found.length);
    });
  }
});
