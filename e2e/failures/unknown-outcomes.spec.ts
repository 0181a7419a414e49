import {
  added,
  before,
  creating,
  deletingOne,
  expectAlert,
  expectTyped,
  renamed,
  renaming,
} from '../support/changes.ts';
import { failedReads, lasting } from '../support/faults.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import { expectNoTwin } from '../support/no-twin.ts';
import { uiText } from '../support/ui-text.ts';

/* BigCommerce fails at a change, and nothing can be read back: its outcome is unknown. */

const detail = uiText('failures.detail', { detail: 'Injected 500' });
const reason = `${uiText('failures.unavailable')} ${detail}`;

test.describe.configure({ mode: 'parallel' });

test.describe('when nothing can be read back', () => {
  test.use({ expectedErrors: [failedReads] });
  test.beforeEach(({ list: _, sandbox }) => sandbox.addFault(lasting('503', { method: 'GET' })));

  for (const fault of ['500', '5xx-after'] as const) {
    const isMade = fault === '5xx-after';

    test(`creating, ${fault}: the form says that the outcome is unknown, and sends one request`, async ({
      list,
      store,
      sandbox,
    }) => {
      await sandbox.addFault(lasting(fault, { method: 'POST' }));
      await creating.make(list);
      const alert = list.dialog.getByRole('alert');
      await expect(alert).toContainText(uiText('segments.form.createUnknown', { reason }));
      await expectTyped(list, added);
      await store.expectSentOnce('POST');

      await sandbox.clearFaults();
      await list.dialogButton('Save').click();
      if (isMade) await expectNoTwin(list);
      else await creating.expectMade(list);
      await store.expectEverywhere(list, creating.result(before));
    });

    test(`renaming, ${fault}: the form says that the outcome is unknown, and can be sent again`, async ({
      list,
      store,
      sandbox,
    }) => {
      await sandbox.addFault(lasting(fault, { method: 'PUT' }));
      await renaming.make(list);
      const text = uiText('segments.form.renameUnknown', { name: renamed.name, reason });
      await expect(list.dialog.getByRole('alert')).toContainText(text);
      await expectTyped(list, renamed);
      await store.expectSentOnce('PUT');

      await sandbox.clearFaults();
      await list.dialogButton('Save').click();
      await renaming.expectMade(list);
      await store.expectEverywhere(list, renaming.result(before));
    });

    test(`deleting, ${fault}: an alert says that the outcome is unknown, and the list shows it later`, async ({
      list,
      store,
      sandbox,
    }) => {
      await sandbox.addFault(lasting(fault, { method: 'DELETE' }));
      await deletingOne.make(list);
      await expectAlert(list, uiText('segments.outcome.unknown', { count: 1 }));
      await expect(list.text(uiText('failures.stale'))).toBeVisible();

      await sandbox.clearFaults();
      await list.button(uiText('failures.retry')).click();
      await expect(list.text(uiText('failures.stale'))).toBeHidden();
      await store.expectEverywhere(list, isMade ? deletingOne.result(before) : before);
    });
  }
});
