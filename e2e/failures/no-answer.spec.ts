import type { Locator } from '@playwright/test';
import type { SandboxControl } from '../sandbox/control-client.ts';
import {
  added,
  before,
  creating,
  deleteAll,
  deletingMany,
  deletingOne,
  expectTyped,
  renaming,
} from '../support/changes.ts';
import { type Fault, failedReads, lasting } from '../support/faults.ts';
import { expect } from '../support/fixtures.ts';
import { test } from '../support/parallel-tabs.ts';
import type { SegmentsScreen } from '../support/segments-screen-object.ts';
import type { StoreAtBigCommerce } from '../support/store-at-bigcommerce.ts';
import { uiText } from '../support/ui-text.ts';

/* BigCommerce does not answer, or answers 429 without headers. Tests wait as long as users do. */

test.describe.configure({ mode: 'parallel' });

const reason = uiText('failures.unavailable');

/** Waits longer than the app waits for BigCommerce. */
function appears(locator: Locator): Promise<void> {
  return locator.waitFor({ timeout: 45_000 });
}

const changes = { creating, renaming, deletingOne, deletingMany };
const titles = ['creating', 'renaming', 'deletingOne', 'deletingMany'] as const;
const allDeleted = uiText('segments.outcome.deletedMany', { count: before.length });

/**
 * An alert of success is gone after some seconds, so tabs are watched at the same time, each as
 * soon as its change is made.
 */
function appearsIn(list: SegmentsScreen, report: string): Promise<void> {
  return appears(list.alerts.getByRole('article').filter({ hasText: report }));
}

const theirs = { name: added.name, description: 'By somebody else' };

async function expectTaken(list: SegmentsScreen, store: StoreAtBigCommerce): Promise<void> {
  const alert = list.dialog.getByRole('alert');
  await appears(alert);
  await expect(alert).toContainText(uiText('segments.form.nameTaken', { name: added.name }));
  await expectTyped(list, added);
  await list.dialogButton('Cancel').click();
  await store.expectEverywhere(list, [...before, theirs]);
}

/** Applies a fault to all creations and renames from now on, and to the next three deletions. */
async function failChanges(sandbox: SandboxControl, fault: Fault): Promise<void> {
  await sandbox.clearLog();
  for (const method of ['POST', 'PUT']) await sandbox.addFault(lasting(fault, { method }));
  await sandbox.addFault(lasting(fault, { method: 'DELETE', times: 3 }));
}

test('hang: deletions are repeated; creating and renaming are not, and are not reported as made', async ({
  tabs,
  store,
  otherList,
  otherStore,
  sandbox,
}) => {
  await failChanges(sandbox, 'hang');
  for (const title of titles) await changes[title].make(tabs[title]);
  await deleteAll(otherList, before.length);

  await expect(tabs.deletingMany.row('Best friends')).toBeHidden();
  await expect(tabs.deletingMany.frame.getByRole('progressbar')).toBeVisible();
  await Promise.all([
    appearsIn(tabs.deletingMany, deletingMany.report),
    appearsIn(tabs.deletingOne, deletingOne.report),
    appearsIn(otherList, allDeleted),
  ]);

  const alert = tabs.creating.dialog.getByRole('alert');
  await appears(alert);
  await expect(alert).toContainText(uiText('segments.form.createUnknownListed', { reason }));
  await expectTyped(tabs.creating, added);
  await tabs.creating.dialogButton('Cancel').click();
  await appears(tabs.renaming.dialog.getByRole('alert'));
  await renaming.expectRefused(tabs.renaming, reason);
  for (const method of ['POST', 'PUT']) await store.expectSentOnce(method);
  const made = deletingMany.result(deletingOne.result(before));
  await tabs.deletingMany.reload();
  await store.expectEverywhere(tabs.deletingMany, made);
  await otherStore.expectEverywhere(otherList, []);
});

test('hang-after: every change is made once and reported as made', async ({
  tabs,
  store,
  otherList,
  otherStore,
  sandbox,
}) => {
  await failChanges(sandbox, 'hang-after');
  await Promise.all([
    ...titles.map(async (title) => {
      await changes[title].make(tabs[title]);
      await appearsIn(tabs[title], changes[title].report);
    }),
    deleteAll(otherList, before.length).then(() => appearsIn(otherList, allDeleted)),
  ]);
  for (const method of ['POST', 'PUT']) await store.expectSentOnce(method);
  const made = titles.reduce((held, title) => changes[title].result(held), [...before]);
  await tabs.creating.reload();
  await store.expectEverywhere(tabs.creating, made);
  await otherStore.expectEverywhere(otherList, []);
});

test('a name that somebody else has just taken is reported as taken, though BigCommerce does not answer', async ({
  list,
  otherList,
  otherStore,
  sandbox,
  store,
  stores,
}) => {
  const at = (name: 'aurora' | 'bramble') => ({
    method: 'POST',
    path: `/${stores.hash(name)}/v3/segments$`,
  });
  for (const one of [store, otherStore]) await one.create(theirs);
  await sandbox.addFault(lasting('hang', at('aurora')));
  await sandbox.addFault(lasting('hang-after', at('bramble')));
  for (const one of [list, otherList]) await creating.make(one);
  await expectTaken(list, store);
  await expectTaken(otherList, otherStore);
});

test('429 without headers: every change is made after a pause', async ({
  list,
  otherList,
  otherStore,
  store,
  sandbox,
}) => {
  await otherStore.create(theirs);
  await sandbox.addFault(lasting('429-bare', { method: 'POST', times: 2 }));
  await creating.make(otherList);
  await expectTaken(otherList, otherStore);
  let held = before;
  for (const change of [creating, renaming, deletingOne, deletingMany]) {
    await sandbox.addFault(lasting('429-bare', { method: change.method, times: 2 }));
    await change.make(list);
    await appearsIn(list, change.report);
    held = change.result(held);
  }
  await store.expectEverywhere(list, held);
  await sandbox.addFault(lasting('429-bare', { method: 'DELETE', times: 1 }));
  await deleteAll(list, held.length);
  await appearsIn(list, uiText('segments.outcome.deletedMany', { count: held.length }));
  await store.expectEverywhere(list, []);
});

test.describe('reading the list', () => {
  test.use({ expectedErrors: [failedReads] });
  // The app would send the other store no requests for up to a minute.
  test.afterEach(async ({ context, stack }) => {
    for (const page of context.pages()) await page.close();
    await stack.restartApp();
  });

  // Each fault takes half a minute, so one store has the one and another store the other.
  test('hang, and 429 without headers: the screen says so, keeps the old list, and recovers', async ({
    page,
    panel,
    database,
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
    // So old that the new tab waits for BigCommerce.
    database.ageLists(11);
    const [opened, limited] = [await newTab(), await newTab()];
    await opened.goTo('aurora', '/apps/customer-segments');
    await limited.goTo('bramble', '/apps/customer-segments');

    await appears(limited.segments.heading(uiText('segments.notRead')));
    await expect(limited.segments.text(uiText('failures.rate-limited'))).toBeVisible();
    await appears(opened.segments.heading(uiText('segments.notRead')));
    await expect(opened.segments.text(reason)).toBeVisible();
    await appears(list.text(`${uiText('failures.stale')} ${reason}`));
    await store.expectEverywhere(list, before);
    expect(await otherStore.held()).toHaveLength(before.length);
    await sandbox.clearFaults();
    await opened.segments.button(uiText('failures.retry')).click();
    await store.expectEverywhere(opened.segments, before);
  });
});
