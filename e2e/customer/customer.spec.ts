import { addressIn } from '../../lib/screens/screens.ts';
import { customer, segmentNames, test } from '../support/customer-store.ts';
import { expect } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { linkTo } from '../support/link-to.ts';
import { segmentsOf } from '../support/segments-of-customer.ts';
import { uiText } from '../support/ui-text.ts';

test.describe('beside a customer of the control panel', () => {
  test('ticking adds, unticking removes, and rows stay where they are', async ({
    panel,
    page,
    sandbox,
    stores,
  }) => {
    const hash = stores.hash('aurora');
    await panel.goTo('aurora', '/customers');
    const row = page.getByRole('row').nth(2);
    const menu = row.getByLabel(/^Actions for/);
    const name = (await menu.getAttribute('aria-label'))?.replace('Actions for ', '') ?? '';
    await menu.click();
    await row.getByRole('link', { name: 'Segments' }).click();
    const { customer: screen } = panel;
    await expect(screen.heading(name)).toBeVisible();
    await expect(screen.text(/@/)).toBeVisible();
    await expect(screen.boxes).toHaveCount(segmentNames.length);
    expect(await screen.root.evaluate((html) => html.clientWidth)).toBeLessThan(400);

    // Nobody has made a shopper profile for this customer yet.
    await screen.box('Divers').check();
    await expect(
      screen.status(uiText('customer.outcome.added', { segment: 'Divers' })),
    ).toBeVisible();
    await expect(screen.text('In 1 of 4 segments')).toBeVisible();
    expect(await segmentsOf(sandbox, hash, 2)).toEqual(['Divers']);

    await screen.box('Divers').uncheck();
    const removed = uiText('customer.outcome.removed', { segment: 'Divers' });
    await expect(screen.status(removed)).toBeVisible();
    expect(await segmentsOf(sandbox, hash, 2)).toEqual([]);
    await expect(screen.list.getByRole('listitem')).toContainText(segmentNames);
    expect(await screen.root.evaluate(() => document.title)).toBe(name);
  });
});

test('the segments of the customer come first, and the list can be searched and filtered', async ({
  panel,
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const screen = await panel.openCustomer('aurora', customer);
  await expect(screen.list.getByRole('listitem')).toContainText([
    'Early birds',
    'Beekeepers',
    'Climbers',
    'Divers',
  ]);
  await expect(screen.box('Early birds')).toBeChecked();
  await screen.search.fill('LIKE divers');
  await expect(screen.list.getByRole('listitem')).toContainText(['Divers']);
  await screen.button('In segments').click();
  await screen.button('Search all segments').click();
  await expect(screen.box('Divers')).toBeVisible();
  await screen.search.fill('');
  await screen.button('In segments').click();
  await expect(screen.boxes).toHaveCount(1);
  // The row stays, so that its box can be ticked again.
  await screen.box('Early birds').uncheck();
  await expect(screen.text('In 0 of 4 segments')).toBeVisible();
  await expect(screen.box('Early birds')).not.toBeChecked();
  const removed = uiText('customer.outcome.removed', { segment: 'Early birds' });
  await expect(screen.status(removed)).toBeVisible();
  await expect.poll(() => screen.address()).toContain('show=in');
  await screen.reload();
  await expect(screen.heading('Not in any segment yet')).toBeVisible();
});

test('several boxes changed quickly send one request each, and the last state counts', async ({
  opened: screen,
  page,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  await sandbox.clearLog();
  const release = await holdAction(page);
  await screen.box('Beekeepers').check();
  await screen.box('Climbers').check();
  await screen.box('Divers').check();
  await screen.box('Early birds').uncheck();
  await screen.box('Climbers').uncheck();
  release();
  await expect(screen.text('In 2 of 4 segments')).toBeVisible();
  const removed = uiText('customer.outcome.removed', { segment: 'Early birds' });
  await expect(screen.status(removed)).toBeVisible();
  expect(await segmentsOf(sandbox, hash, customer)).toEqual(['Beekeepers', 'Divers']);
  const changes = (await sandbox.log()).filter(({ method }) => /POST|DELETE/.test(method));
  expect(changes.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
});

test('the first HTML of a launch holds the checklist; without a launch it holds nothing of the store', async ({
  panel,
  app,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const path = linkTo.customer(customer);
  const url = await sandbox.loadUrl(stores.hash('aurora'), stores.user('aurora').id, path);
  const address = (await app.get(url)).headers.get('location') ?? '';
  const html = await (await app.get(address)).text();
  for (const name of segmentNames) expect(html).toContain(name);
  expect(html).toContain('In 1 of 4 segments');
  const again = await (await app.get(address)).text();
  for (const name of segmentNames) expect(again).not.toContain(name);

  const screen = await panel.openCustomer('aurora', customer);
  const other = addressIn(stores.hash('bramble'), path);
  await screen.root.evaluate((_, to) => location.assign(to), other);
  await expect(screen.heading('Open the app again')).toBeVisible();
  await expect(screen.list).toBeHidden();
});

test('links lead from the list to a segment and to its shopper, and back to the changed segment', async ({
  panel,
}) => {
  const { segment, customer: screen } = panel;
  const list = await panel.openApp('aurora');
  await expect(list.counts).toContainText(['0', '0', '0', '1']);
  await list.link('Early birds').click();
  await expect(segment.names).toHaveCount(1);
  const name = await segment.name(0);
  await segment.link(name).click();
  await expect(screen.heading(name)).toBeFocused();
  await expect.poll(() => screen.root.evaluate(() => document.title)).toBe(name);
  await screen.box('Early birds').uncheck();
  await screen.box('Divers').check();
  await expect(screen.status('Added to “Divers”.')).toBeVisible();
  await screen.link('View Divers').click();
  await expect(segment.names).toHaveText([name]);
  await segment.back.click();
  await expect(list.counts).toContainText(['0', '0', '1', '0']);
  expect(await list.root.evaluate(() => document.title)).toBe('Customer segments');
});

test('the checklist works without a mouse', async ({ opened: screen, page, sandbox, stores }) => {
  const { keyboard } = page;
  await screen.search.focus();
  await keyboard.type('climb');
  await expect(screen.boxes).toHaveCount(1);
  await keyboard.press('Tab');
  await expect(screen.button('All')).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(screen.box('Climbers')).toBeFocused();
  await keyboard.press('Space');
  await expect(screen.status('Added to “Climbers”.')).toBeVisible();
  await expect(screen.box('Climbers')).toBeFocused();
  expect(await segmentsOf(sandbox, stores.hash('aurora'), customer)).toContain('Climbers');
  await keyboard.press('Tab');
  await expect(screen.link('View Climbers')).toBeFocused();
});

test('a thousand segments are shown in pages', async ({ panel, sandbox, stores }) => {
  await sandbox.setSegments(stores.hash('aurora'), { count: 1_000 });
  const screen = await panel.openCustomer('aurora', customer);
  await expect(screen.text('In 0 of 1,000 segments')).toBeVisible();
  await expect(screen.boxes).toHaveCount(50);
  const first = await screen.list.getByRole('listitem').first().textContent();
  await screen.button('Next page').click();
  await expect(screen.text('51–100 of 1,000')).toBeVisible();
  await expect(screen.list.getByRole('listitem').first()).not.toHaveText(first ?? '');
  await expect(screen.boxes).toHaveCount(50);
});
