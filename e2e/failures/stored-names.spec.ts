import { failedReads, lasting } from '../support/faults.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import { expectNoTwin } from '../support/no-twin.ts';
import { uiText } from '../support/ui-text.ts';

/* BigCommerce stores a name in another form than it was sent in, and its answer is lost. */

test.use({ storeName: 'bramble', expectedErrors: [failedReads] });

const typed = 'Tom & Jerry\u2019s  cafe\u0301';
const stored = 'Tom &amp; Jerry\u2019s caf\u00e9';

test('a segment is recognized as the one that was created', async ({ list, store, sandbox }) => {
  await store.hold([]);
  await sandbox.set({ storedTexts: 'changed' });
  await sandbox.addFault(lasting('cut-after', { method: 'POST' }));
  await list.create(typed, 'A & B');
  await expect(list.alerts).toContainText(uiText('segments.outcome.created', { name: stored }));
  expect(await store.held()).toEqual([{ name: stored, description: 'A &amp; B' }]);
});

test('saving again after an unknown outcome makes no twin', async ({ list, store, sandbox }) => {
  await store.hold([]);
  await sandbox.set({ storedTexts: 'changed' });
  await sandbox.addFault(lasting('503', { method: 'GET' }));
  await sandbox.addFault(lasting('cut-after', { method: 'POST' }));
  await list.create(typed, '');
  const alert = list.dialog.getByRole('alert');
  await expect(alert).toContainText('Check the list before you try again');
  await list.dialogButton('Save').click();
  await expect(alert).toContainText('Check the list before you try again');
  await sandbox.clearFaults();
  await list.dialogButton('Save').click();
  await expectNoTwin(list);
  expect(await store.held()).toEqual([{ name: stored, description: '' }]);
});
