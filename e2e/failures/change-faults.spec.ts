import type { SandboxControl } from '../sandbox/control-client.ts';
import {
  added,
  before,
  type Change,
  creating,
  deleteAll,
  deletingMany,
  deletingOne,
  expectAlert,
  expectTyped,
  renaming,
} from '../support/changes.ts';
import {
  type Fault,
  failedReads,
  lasting,
  lostAnswers,
  once,
  refusals,
} from '../support/faults.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import type { SegmentsScreen } from '../support/segments-screen-object.ts';
import type { Held, StoreAtBigCommerce } from '../support/store-at-bigcommerce.ts';
import { uiText } from '../support/ui-text.ts';

/* BigCommerce fails at a change, and reads still work. */

interface Scene {
  list: SegmentsScreen;
  store: StoreAtBigCommerce;
  sandbox: SandboxControl;
}

const changes: readonly Change[] = [creating, renaming, deletingOne, deletingMany];
/** After any other failure the app looks for the name in the list: a 422 may say it is taken. */
const clearRefusals = new Map<Fault, (typeof refusals)[number][1]>(
  refusals.filter(([fault]) => fault.startsWith('4') && fault !== '422'),
);

test.describe.configure({ mode: 'parallel' });

for (const [fault, code] of refusals.filter(([name]) => name !== '401')) {
  test.describe(() => {
    // After a 413 the app sends this store smaller requests, also in later tests.
    if (fault === '413') test.use({ storeName: 'bramble' });

    test(`${fault}: nothing changes, and the merchant reads why`, async ({
      list,
      store,
      sandbox,
    }) => {
      const scene = { list, store, sandbox };
      for (const change of changes) await expectRefused(change, fault, code, scene);
      await store.expectEverywhere(list, before);
      await expectNotMistaken(fault, before, scene);
      await expectPartlyDeleted(fault, code, scene);
    });
  });
}

test.describe('401', () => {
  // After a 401 the app refuses all reads without asking BigCommerce.
  test.use({ expectedErrors: [failedReads] });
  const code = 'reinstall-required';

  test('creating: nothing changes, and the merchant reads to install the app again', async ({
    list,
    store,
    sandbox,
  }) => {
    await expectRefused(creating, '401', code, { list, store, sandbox });
    await store.expectEverywhere(list, before);
  });

  test('deleting all: an alert says what was deleted', async ({ list, store, sandbox }) => {
    await expectPartlyDeleted('401', code, { list, store, sandbox });
  });
});

for (const fault of lostAnswers) {
  test(`${fault}: every change is made once and reported as made`, async ({
    list,
    store,
    sandbox,
  }) => {
    let held = before;
    for (const change of changes) {
      await test.step(change.title, async () => {
        await sandbox.clearLog();
        await sandbox.addFault(once(fault, change.method));
        await change.make(list);
        await change.expectMade(list);
        if (change.method !== 'DELETE') await store.expectSentOnce(change.method);
        held = change.result(held);
      });
    }
    await store.expectEverywhere(list, held);
    await list.choose('Delete', added.name);
    await list.dialogButton('Delete').click();
    await expectAlert(list, uiText('segments.outcome.deletedOne', { name: added.name }));
    held = held.filter(({ name }) => name !== added.name);
    held = await expectNotMistaken(fault, held, { list, store, sandbox });
    await sandbox.addFault(once(fault, 'DELETE'));
    await deleteAll(list, held.length);
    await expectAlert(list, uiText('segments.outcome.deletedMany', { count: held.length }));
    await expect(list.heading(uiText('segments.empty.title'))).toBeVisible();
    await store.expectEverywhere(list, []);
  });
}

async function expectRefused(
  change: Change,
  fault: Fault,
  code: (typeof refusals)[number][1],
  { list, store, sandbox }: Scene,
): Promise<void> {
  await test.step(change.title, async () => {
    await sandbox.clearLog();
    await sandbox.addFault(lasting(fault, { method: change.method }));
    await change.make(list);
    await change.expectRefused(list, uiText(`failures.${code}`));
    if (change.method !== 'DELETE') await store.expectSentOnce(change.method);
    await sandbox.clearFaults();
  });
}

/** A segment that somebody else has just created is not taken for the merchant's own. */
async function expectNotMistaken(
  fault: Fault,
  held: readonly Held[],
  { list, store, sandbox }: Scene,
): Promise<readonly Held[]> {
  const theirs = { name: added.name, description: 'By somebody else' };
  await test.step('creating under a name that has just been taken', async () => {
    await store.create(theirs);
    await sandbox.clearLog();
    await sandbox.addFault(lasting(fault, { method: 'POST' }));
    await creating.make(list);
    const reason = clearRefusals.get(fault);
    const text = reason
      ? uiText('segments.form.createFailed', { reason: uiText(`failures.${reason}`) })
      : uiText('segments.form.nameTaken', { name: added.name });
    await expect(list.dialog.getByRole('alert')).toContainText(text);
    await expectTyped(list, added);
    await expect(list.alerts.getByRole('article')).toHaveCount(0);
    await store.expectSentOnce('POST');
    await list.dialogButton('Cancel').click();
    await store.expectEverywhere(list, [...held, theirs]);
    await sandbox.clearFaults();
  });
  return [...held, theirs];
}

/** Of several requests only the first succeeds. */
async function expectPartlyDeleted(
  fault: Fault,
  code: (typeof refusals)[number][1],
  { list, store, sandbox }: Scene,
): Promise<void> {
  await test.step('deleting all', async () => {
    const total = (await store.held()).length;
    await sandbox.addFault(lasting(fault, { method: 'DELETE', skip: 1 }));
    await deleteAll(list, total);
    await expect(list.alerts).toContainText(uiText(`failures.${code}`));
    const left = await store.held();
    const count = total - left.length;
    expect(count).toBeGreaterThan(0);
    expect(left.length).toBeGreaterThan(0);
    await expectAlert(
      list,
      uiText('segments.outcome.deletedSome', { count, total }),
      uiText('segments.outcome.kept', { count: left.length }),
    );
    await store.expectEverywhere(list, left);
  });
}
