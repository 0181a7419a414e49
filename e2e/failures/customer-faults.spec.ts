import type { Page, Route } from '@playwright/test';
import { addressIn } from '../../lib/screens/screens.ts';
import { customer, segmentNames, test } from '../support/customer-store.ts';
import { lasting } from '../support/faults.ts';
import { expect } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { readErrors } from '../support/read-errors.ts';
import { segmentsOf } from '../support/segments-of-customer.ts';
import { uiText } from '../support/ui-text.ts';

test('a box that BigCommerce refuses changes back, and an alert says why', async ({
  opened: screen,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const heading = screen.frame.getByRole('heading', { level: 1 });
  const name = await heading.textContent();
  const email = await heading.locator('+ p').textContent();
  const label = uiText('customer.label.withEmail', { name: name ?? '', email: email ?? '' });
  const reason = uiText('failures.not-permitted');
  for (const [segment, method] of [
    ['Divers', 'POST'],
    ['Early birds', 'DELETE'],
  ] as const) {
    await sandbox.addFault(lasting('403', { method, path: '/shopper-profiles' }));
    await screen.box(segment).click();
    const kind = method === 'POST' ? 'added' : 'removed';
    const text = uiText(`customer.outcome.failed.${kind}`, { name: label, segment });
    await expect(screen.alerts).toContainText(`${text} ${reason}`);
    await expect(screen.box(segment)).toBeChecked({ checked: method === 'DELETE' });
    await sandbox.clearFaults();
  }
  await expect(screen.text('In 1 of 4 segments')).toBeVisible();
  expect(await segmentsOf(sandbox, hash, customer)).toEqual(['Early birds']);
});

test('a customer who is deleted meanwhile is added to nothing', async ({
  opened: screen,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  await sandbox.deleteCustomer(hash, customer);
  await screen.box('Divers').check();
  await expect(screen.alerts).toContainText(uiText('customer.outcome.gone'));
  await expect(screen.box('Divers')).not.toBeChecked();
  expect(await segmentsOf(sandbox, hash, customer)).toEqual(['Early birds']);
});

test.describe('when an answer of the app is lost', () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_RESET/] });

  test('the app reads from the store whether the change was made', async ({
    opened: screen,
    page,
    sandbox,
    stores,
  }) => {
    await loseAnswers(page, { sent: true });
    await screen.box('Divers').check();
    const added = uiText('customer.outcome.added', { segment: 'Divers' });
    await expect(screen.status(added)).toBeVisible();
    await loseAnswers(page, { sent: false });
    await screen.box('Early birds').uncheck();
    await expect(screen.alerts).toContainText(uiText('failures.network'));
    await expect(screen.box('Early birds')).toBeChecked();
    await expect(screen.box('Divers')).toBeChecked();
    const held = await segmentsOf(sandbox, stores.hash('aurora'), customer);
    expect(held).toEqual(['Divers', 'Early birds']);
  });
});

/**
 * Breaks the connection of the next change.
 * @param sent whether the request reaches the app
 */
async function loseAnswers(page: Page, { sent }: { sent: boolean }): Promise<void> {
  const lose = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    if (sent) await route.fetch();
    await route.abort('connectionreset');
    await page.unroute('**/customers/**', lose);
  };
  await page.route('**/customers/**', lose);
}

test.describe('an address that names no customer', () => {
  test.use({ expectedErrors: [readErrors(404)] });

  test('opens a screen that says so', async ({ panel, app, stores }) => {
    const screen = await panel.openCustomer('aurora', 999);
    await expect(screen.heading('This customer does not exist')).toBeVisible();
    await screen.button('Open segments').click();
    await expect(panel.segments.names).toHaveCount(segmentNames.length);
    for (const id of ['0', '-1', '1e3', 'x', '12345678901']) {
      const page = await app.get(addressIn(stores.hash('aurora'), linkTo.customer(id)));
      expect(page.status).toBe(404);
    }
  });
});

test.describe('when BigCommerce or the session fails', () => {
  test.use({ expectedErrors: [readErrors(401, 403)] });

  test('the screen says why, and what can be tried again has a button', async ({
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
    await screen.boxes.first().click();
    await expect(screen.heading('Open the app again')).toBeVisible();
    await expect(screen.list).toBeHidden();
  });
});
