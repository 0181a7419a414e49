import type { Locator } from '@playwright/test';
import {
  added,
  before,
  creating,
  deleteAll,
  deletingMany,
  expectAlert,
  expectTyped,
  renaming,
} from './support/changes.ts';
import { failedReads, lasting } from './support/faults.ts';
import { expect } from './support/fixtures.ts';
import { test } from './support/tabs.ts';
import { words } from './support/words.ts';

/* BigCommerce does not answer, or only that it has had too much. The waits are those of real users. */

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

const reason = words('failure.unavailable');

/** Until the app has given up waiting for BigCommerce. */
function appears(locator: Locator): Promise<void> {
  return locator.waitFor({ timeout: 45_000 });
}

test('hang: what is safe to repeat is repeated, and nothing else is said to be made', async ({
  tabs,
  store,
  otherList,
  otherStore,
  sandbox,
}) => {
  await sandbox.clearLog();
  for (const method of ['POST', 'PUT']) await sandbox.addFault(lasting('hang', { method }));
  await sandbox.addFault(lasting('hang', { method: 'DELETE', times: 2 }));
  await creating.make(tabs.creating);
  await renaming.make(tabs.renaming);
  await deletingMany.make(tabs.deletingMany);
  await deleteAll(otherList, before.length);

  await expect(tabs.deletingMany.row('Best friends')).toBeHidden();
  await expect(tabs.deletingMany.frame.getByRole('progressbar')).toBeVisible();
  expect(await store.held()).toEqual(before);
  await appears(tabs.deletingMany.alerts.getByRole('article'));
  await deletingMany.expectMade(tabs.deletingMany);
  await appears(otherList.alerts.getByRole('article'));
  await expectAlert(otherList, words('segments.outcome.deletedMany', { count: before.length }));

  const alert = tabs.creating.dialog.getByRole('alert');
  await appears(alert);
  await expect(alert).toContainText(words('segments.form.createUnknownListed', { reason }));
  await expectTyped(tabs.creating, added);
  await tabs.creating.dialogButton('Cancel').click();
  await appears(tabs.renaming.dialog.getByRole('alert'));
  await renaming.expectRefused(tabs.renaming, reason);
  for (const method of ['POST', 'PUT']) await store.expectSentOnce(method);
  await store.expectEverywhere(tabs.deletingMany, deletingMany.result(before));
  await otherStore.expectEverywhere(otherList, []);
});

test('hang-after: every change is made once, and said to be made', async ({
  tabs,
  store,
  otherList,
  otherStore,
  sandbox,
}) => {
  await sandbox.clearLog();
  for (const method of ['POST', 'PUT']) await sandbox.addFault(lasting('hang-after', { method }));
  await sandbox.addFault(lasting('hang-after', { method: 'DELETE', times: 2 }));
  const changes = { creating, renaming, deletingMany };
  for (const title of ['creating', 'renaming', 'deletingMany'] as const) {
    await changes[title].make(tabs[title]);
  }
  await deleteAll(otherList, before.length);

  for (const title of ['creating', 'renaming', 'deletingMany'] as const) {
    await appears(tabs[title].alerts.getByRole('article'));
    await changes[title].expectMade(tabs[title]);
  }
  await appears(otherList.alerts.getByRole('article'));
  await expectAlert(otherList, words('segments.outcome.deletedMany', { count: before.length }));
  for (const method of ['POST', 'PUT']) await store.expectSentOnce(method);
  const made = deletingMany.result(renaming.result(creating.result(before)));
  await tabs.creating.reload();
  await store.expectEverywhere(tabs.creating, made);
  await otherStore.expectEverywhere(otherList, []);
});

test('429 without headers: every change is made after a pause', async ({
  list,
  store,
  sandbox,
}) => {
  let held = before;
  for (const change of [creating, renaming, deletingMany]) {
    await sandbox.addFault(lasting('429-bare', { method: change.method, times: 2 }));
    await change.make(list);
    await change.expectMade(list);
    held = change.result(held);
  }
  await store.expectEverywhere(list, held);
  await sandbox.addFault(lasting('429-bare', { method: 'DELETE', times: 1 }));
  await deleteAll(list, held.length);
  await expectAlert(list, words('segments.outcome.deletedMany', { count: held.length }));
  await store.expectEverywhere(list, []);
});

test.describe('reading the list', () => {
  test.use({ expectedErrors: [failedReads] });
  // The app would remember for up to a minute how long the other store has to be left alone.
  test.afterEach(async ({ context, stack }) => {
    for (const page of context.pages()) await page.close();
    await stack.restartApp();
  });

  // Each takes half a minute, so that one store waits for the one and another for the other.
  test('hang, and 429 without headers: says so, keeps what was there, and recovers', async ({
    page,
    panel,
    newTab,
    otherStore,
    sandbox,
    store,
    stores,
  }) => {
    await page.clock.install();
    const list = await panel.openApp('aurora');
    const path = (hash: string) => `/${hash}/v3/segments(\\?|$)`;
    await sandbox.addFault(lasting('hang', { path: path(stores.hash('aurora')) }));
    await sandbox.addFault(lasting('429-bare', { path: path(stores.hash('bramble')) }));
    await page.clock.fastForward(6_000);
    await list.focus();
    const [opened, limited] = [await newTab(), await newTab()];
    await opened.goTo('aurora', '/apps/customer-segments');
    await limited.goTo('bramble', '/apps/customer-segments');

    await appears(limited.segments.heading(words('segments.blocked.other')));
    await expect(limited.segments.text(words('failure.rate-limited'))).toBeVisible();
    await appears(opened.segments.heading(words('segments.blocked.other')));
    await expect(opened.segments.text(reason)).toBeVisible();
    await appears(list.text(`${words('segments.stale')} ${reason}`));
    await store.expectEverywhere(list, before);
    expect(await otherStore.held()).toHaveLength(before.length);
    await sandbox.clearFaults();
    await opened.segments.button(words('segments.retry')).click();
    await store.expectEverywhere(opened.segments, before);
  });
});
