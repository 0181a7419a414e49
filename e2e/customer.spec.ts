import type { Page, Route } from '@playwright/test';
import { lasting } from './support/faults.ts';
import { expect, test } from './support/fixtures.ts';
import { readErrors } from './support/read-errors.ts';
import { segmentsOf } from './support/segment-members.ts';
import { words } from './support/words.ts';

const names = ['Beekeepers', 'Climbers', 'Divers', 'Early birds'];
const customer = 1;

/** The first of three customers is in the last of four segments; the others lack a shopper profile. */
test.beforeEach(async ({ stores, sandbox }) => {
  await stores.install('aurora');
  const hash = stores.hash('aurora');
  await sandbox.setCustomers(hash, { count: 3 });
  const items = names.map((name) => ({ name, description: `People like ${name}` }));
  const segments = await sandbox.setSegments(hash, { items });
  const last = segments.at(-1);
  await sandbox.setMembers(hash, last?.id ?? '', 1);
});

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
    await expect(screen.boxes).toHaveCount(names.length);
    expect(await screen.root.evaluate((html) => html.clientWidth)).toBeLessThan(400);

    // Nobody has made a shopper profile for this customer yet.
    await screen.box('Divers').check();
    await expect(
      screen.status(words('customer.outcome.added', { segment: 'Divers' })),
    ).toBeVisible();
    await expect(screen.text('In 1 of 4 segments')).toBeVisible();
    expect(await segmentsOf(sandbox, hash, 2)).toEqual(['Divers']);

    await screen.box('Divers').uncheck();
    const removed = words('customer.outcome.removed', { segment: 'Divers' });
    await expect(screen.status(removed)).toBeVisible();
    expect(await segmentsOf(sandbox, hash, 2)).toEqual([]);
    await expect(screen.list.getByRole('listitem')).toContainText(names);
    expect(await screen.root.evaluate(() => document.title)).toBe(name);
  });
});

test('segments the person is in come first, and can be searched and told from the others', async ({
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
  // So that it can be ticked again.
  await screen.box('Early birds').uncheck();
  await expect(screen.text('In 0 of 4 segments')).toBeVisible();
  await expect(screen.box('Early birds')).not.toBeChecked();
  await expect.poll(() => screen.address()).toContain('show=in');
  await screen.reload();
  await expect(screen.heading('Not in any segment yet')).toBeVisible();
});

test('several boxes one after the other: each a request, and the last state counts', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const screen = await panel.openCustomer('aurora', customer);
  await sandbox.clearLog();
  await sandbox.addFault({ method: 'POST', path: '/shopper-profiles', fault: 'slow' });
  await screen.box('Beekeepers').check();
  await screen.box('Climbers').check();
  await screen.box('Divers').check();
  await screen.box('Early birds').uncheck();
  await screen.box('Climbers').uncheck();
  await expect(screen.text('In 2 of 4 segments')).toBeVisible();
  const removed = words('customer.outcome.removed', { segment: 'Early birds' });
  await expect(screen.status(removed)).toBeVisible();
  expect(await segmentsOf(sandbox, hash, customer)).toEqual(['Beekeepers', 'Divers']);
  const changes = (await sandbox.log()).filter(({ method }) => /POST|DELETE/.test(method));
  expect(changes.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
});

test('what BigCommerce refuses is put back, with the reason', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const screen = await panel.openCustomer('aurora', customer);
  const name = await screen.frame.getByRole('heading', { level: 1 }).textContent();
  const reason = words('failure.not-permitted');
  for (const [segment, method] of [
    ['Divers', 'POST'],
    ['Early birds', 'DELETE'],
  ] as const) {
    await sandbox.addFault(lasting('403', { method, path: '/shopper-profiles' }));
    await screen.box(segment).click();
    const kind = method === 'POST' ? 'added' : 'removed';
    const text = words(`customer.outcome.failed.${kind}`, { name: name ?? '', segment });
    await expect(screen.alerts).toContainText(`${text} ${reason}`);
    await expect(screen.box(segment)).toBeChecked({ checked: method === 'DELETE' });
    await sandbox.clearFaults();
  }
  await expect(screen.text('In 1 of 4 segments')).toBeVisible();
  expect(await segmentsOf(sandbox, hash, customer)).toEqual(['Early birds']);
});

test('a customer who is deleted meanwhile is added to nothing', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const screen = await panel.openCustomer('aurora', customer);
  await sandbox.deleteCustomer(hash, customer);
  await screen.box('Divers').check();
  await expect(screen.alerts).toContainText(words('customer.outcome.gone'));
  await expect(screen.box('Divers')).not.toBeChecked();
  expect(await segmentsOf(sandbox, hash, customer)).toEqual(['Early birds']);
});

test.describe('when an answer of the app is lost', () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_RESET/] });

  test('the store says what has become of the change', async ({ panel, page, sandbox, stores }) => {
    const screen = await panel.openCustomer('aurora', customer);
    await loseAnswers(page, { sent: true });
    await screen.box('Divers').check();
    const added = words('customer.outcome.added', { segment: 'Divers' });
    await expect(screen.status(added)).toBeVisible();
    await loseAnswers(page, { sent: false });
    await screen.box('Early birds').uncheck();
    await expect(screen.alerts).toContainText(words('failure.network'));
    await expect(screen.box('Early birds')).toBeChecked();
    await expect(screen.box('Divers')).toBeChecked();
    const held = await segmentsOf(sandbox, stores.hash('aurora'), customer);
    expect(held).toEqual(['Divers', 'Early birds']);
  });
});

/** The next change gets no answer, and reaches the app or not. */
async function loseAnswers(page: Page, { sent }: { sent: boolean }): Promise<void> {
  const lose = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    if (sent) await route.fetch();
    await route.abort('connectionreset');
    await page.unroute('**/customers/**', lose);
  };
  await page.route('**/customers/**', lose);
}

test.describe('an address that names nobody', () => {
  test.use({ expectedErrors: [readErrors(404)] });

  test('is said to', async ({ panel, app, stores }) => {
    const screen = await panel.openCustomer('aurora', 999);
    await expect(screen.heading('This customer does not exist')).toBeVisible();
    await screen.button('Open segments').click();
    await expect(panel.segments.names).toHaveCount(names.length);
    for (const id of ['0', '-1', '1e3', 'x', '12345678901']) {
      const page = await app.get(`/stores/${stores.hash('aurora')}/customers/${id}`);
      expect(page.status).toBe(404);
    }
  });
});

test('the first HTML of a launch has it all; of anything else, nothing of the store', async ({
  panel,
  app,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const path = `/customers/${customer}`;
  const url = await sandbox.loadUrl(stores.hash('aurora'), stores.user('aurora').id, path);
  const address = (await app.get(url)).headers.get('location') ?? '';
  const html = await (await app.get(address)).text();
  for (const name of names) expect(html).toContain(name);
  expect(html).toContain('In 1 of 4 segments');
  const again = await (await app.get(address)).text();
  for (const name of names) expect(again).not.toContain(name);

  const screen = await panel.openCustomer('aurora', customer);
  const other = `/stores/${stores.hash('bramble')}${path}`;
  await screen.root.evaluate((_, to) => location.assign(to), other);
  await expect(screen.heading('Open the app again')).toBeVisible();
  await expect(screen.list).toBeHidden();
});

test('from the list to a segment, to a shopper in it, and back to what has changed', async ({
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

test.describe('when BigCommerce or the session fails', () => {
  test.use({ expectedErrors: [readErrors(401, 403)] });

  test('it is said in words, and what can be tried again is', async ({
    panel,
    sandbox,
    stores,
    database,
  }) => {
    await sandbox.addFault(lasting('403', { path: '/v3/customers' }));
    const screen = await panel.openCustomer('aurora', customer);
    await expect(screen.heading('Customer segments are not available')).toBeVisible();
    await sandbox.clearFaults();
    await screen.button('Try again').click();
    await expect(screen.box('Early birds')).toBeChecked();

    await sandbox.setSegments(stores.hash('aurora'), { count: 0 });
    await screen.reload();
    await expect(screen.heading('No segments yet')).toBeVisible();
    await sandbox.setSegments(stores.hash('aurora'), { count: 1 });
    await screen.reload();
    await expect(screen.boxes).toHaveCount(1);
    database.expireSessions();
    await screen.boxes.first().check();
    await expect(screen.heading('Open the app again')).toBeVisible();
    await expect(screen.list).toBeHidden();
  });
});

test('all of it without a mouse', async ({ panel, page, sandbox, stores }) => {
  const screen = await panel.openCustomer('aurora', customer);
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

test('a thousand segments come in pages', async ({ panel, sandbox, stores }) => {
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
