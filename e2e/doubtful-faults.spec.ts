import {
  added,
  before,
  creating,
  deletingOne,
  expectAlert,
  expectTyped,
  renamed,
  renaming,
} from './support/changes.ts';
import { failedReads, lasting } from './support/faults.ts';
import { test } from './support/faulty-store.ts';
import { expect } from './support/fixtures.ts';
import { words } from './support/words.ts';

/* BigCommerce gives no answer to a change, or none that could be checked. */

const detail = words('failure.detail', { detail: 'Injected 500' });
const reason = `${words('failure.unavailable')} ${detail}`;

test.describe.configure({ mode: 'parallel' });

test.describe('nothing can be read back', () => {
  test.use({ expectedErrors: [failedReads] });
  test.beforeEach(({ list: _, sandbox }) => sandbox.addFault(lasting('503', { method: 'GET' })));

  for (const fault of ['500', '5xx-after'] as const) {
    const isMade = fault === '5xx-after';

    test(`creating, ${fault}: says that it may have been made, and makes no second one`, async ({
      list,
      store,
      sandbox,
    }) => {
      await sandbox.addFault(lasting(fault, { method: 'POST' }));
      await creating.make(list);
      const alert = list.dialog.getByRole('alert');
      await expect(alert).toContainText(words('segments.form.createUnknown', { reason }));
      await expectTyped(list, added);
      await store.expectSentOnce('POST');

      await sandbox.clearFaults();
      await list.dialogButton('Save').click();
      if (isMade) {
        await expect(alert).toContainText(words('segments.form.nameTaken', { name: added.name }));
        await list.dialogButton('Cancel').click();
      } else await creating.expectMade(list);
      await store.expectEverywhere(list, creating.result(before));
    });

    test(`renaming, ${fault}: says that it is not certain, and can be done again`, async ({
      list,
      store,
      sandbox,
    }) => {
      await sandbox.addFault(lasting(fault, { method: 'PUT' }));
      await renaming.make(list);
      const text = words('segments.form.renameUnknown', { name: renamed.name, reason });
      await expect(list.dialog.getByRole('alert')).toContainText(text);
      await expectTyped(list, renamed);
      await store.expectSentOnce('PUT');

      await sandbox.clearFaults();
      await list.dialogButton('Save').click();
      await renaming.expectMade(list);
      await store.expectEverywhere(list, renaming.result(before));
    });

    test(`deleting, ${fault}: says that it is not certain, and shows later what is there`, async ({
      list,
      store,
      sandbox,
    }) => {
      await sandbox.addFault(lasting(fault, { method: 'DELETE' }));
      await deletingOne.make(list);
      await expectAlert(list, words('segments.outcome.unsure', { count: 1 }));
      await expect(list.text(words('segments.stale'))).toBeVisible();

      await sandbox.clearFaults();
      await list.button(words('segments.retry')).click();
      await expect(list.text(words('segments.stale'))).toBeHidden();
      await store.expectEverywhere(list, isMade ? deletingOne.result(before) : before);
    });
  }
});

test.describe('no answer at all', () => {
  test('creating, without effect: is not said to be made', async ({ list, store, sandbox }) => {
    await sandbox.addFault(lasting('hang', { method: 'POST' }));
    await creating.make(list);
    const alert = list.dialog.getByRole('alert');
    await expect(alert).toContainText(/was not created|did not confirm/, { timeout: 20_000 });
    await expectTyped(list, added);
    await store.expectSentOnce('POST');
    await list.dialogButton('Cancel').click();
    await store.expectEverywhere(list, before);
  });

  test('creating, with effect: is made once', async ({ list, store, sandbox }) => {
    await sandbox.addFault(lasting('hang-after', { method: 'POST' }));
    await creating.make(list);
    await expect(list.alerts.getByRole('article')).toBeVisible({ timeout: 20_000 });
    await creating.expectMade(list);
    await store.expectSentOnce('POST');
    await store.expectEverywhere(list, creating.result(before));
  });

  test('deleting: off the screen at once, with progress, and then gone', async ({
    list,
    store,
    sandbox,
  }) => {
    await sandbox.addFault(lasting('hang', { method: 'DELETE', times: 1 }));
    await deletingOne.make(list);
    await expect(list.row('Brand fans')).toBeHidden();
    await expect(list.frame.getByRole('progressbar')).toBeVisible();
    expect(await store.held()).toEqual(before);
    await expect(list.alerts.getByRole('article')).toBeVisible({ timeout: 20_000 });
    await deletingOne.expectMade(list);
    await store.expectEverywhere(list, deletingOne.result(before));
  });
});

test('429 without headers: a change is made after a pause', async ({ list, store, sandbox }) => {
  for (const change of [creating, renaming, deletingOne]) {
    await sandbox.addFault(lasting('429-bare', { method: change.method, times: 2 }));
    await change.make(list);
    await change.expectMade(list);
  }
  const made = deletingOne.result(renaming.result(creating.result(before)));
  await store.expectEverywhere(list, made);
});
