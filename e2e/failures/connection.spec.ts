import type { Page, Route } from '@playwright/test';
import {
  added,
  before,
  type Change,
  creating,
  deletingMany,
  deletingOne,
  expectTyped,
  renamed,
  renaming,
} from '../support/changes.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import type { SegmentsScreen } from '../support/segments-screen-object.ts';
import { uiText } from '../support/ui-text.ts';

/* Requests and answers are lost between the browser and the app; BigCommerce works. */

const changes: readonly Change[] = [creating, renaming, deletingOne, deletingMany];
const reason = uiText('failures.network');

/** Hands all further server actions to a function instead of the app. */
async function intercept(page: Page, act: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/stores/**', (route) =>
    route.request().method() === 'POST' ? act(route) : route.fallback(),
  );
}

/** Opens the dialogs once: their code loads only after the first rows. */
async function loadDialogs(list: SegmentsScreen): Promise<void> {
  await list.button('Create segment').click();
  await list.dialogButton('Cancel').click();
  await list.choose('Delete', 'Brand fans');
  await list.dialogButton('Cancel').click();
}

test('a change shows before the app has answered', async ({ page, list, store }) => {
  const sent: Promise<void>[] = [];
  const gate = Promise.withResolvers<void>();
  await intercept(page, (route) => {
    const done = gate.promise.then(() => route.continue());
    sent.push(done);
    return done;
  });
  await renaming.make(list);
  await expect(list.dialog).toBeHidden();
  await expect(list.row(renamed.name)).toContainText(renamed.description);
  await expect(list.row('Bulk buyers')).toBeHidden();
  await deletingOne.make(list);
  await expect(list.row('Brand fans')).toBeHidden();
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  await expect(list.alerts.getByRole('article')).toHaveCount(0);
  expect(await store.held()).toEqual(before);
  gate.resolve();
  await expect(list.alerts.getByRole('article')).toHaveText([
    new RegExp(uiText('segments.outcome.deletedOne', { name: 'Brand fans' })),
    new RegExp(uiText('segments.outcome.renamed', { name: renamed.name })),
  ]);
  await store.expectEverywhere(list, deletingOne.result(renaming.result(before)));
});

test.describe('when the connection breaks', () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_RESET .*\/stores\//] });

  test('after a change, it is made once and reported as made', async ({
    page,
    list,
    store,
    sandbox,
  }) => {
    await intercept(page, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    let held = before;
    for (const change of changes) {
      await test.step(change.title, async () => {
        await sandbox.clearLog();
        await change.make(list);
        await change.expectMade(list);
        await store.expectSentOnce(change.method);
        held = change.result(held);
      });
    }
    await store.expectEverywhere(list, held);
  });

  test('before a change, the row changes back and the form keeps what was typed', async ({
    page,
    list,
    store,
  }) => {
    await intercept(page, (route) => route.abort('connectionreset'));
    await creating.make(list);
    const unconfirmed = uiText('segments.form.createUnknownListed', { reason });
    await expect(list.dialog.getByRole('alert')).toContainText(unconfirmed);
    await expectTyped(list, added);
    await list.dialogButton('Cancel').click();
    for (const change of [renaming, deletingOne, deletingMany]) {
      await change.make(list);
      await change.expectRefused(list, reason);
    }
    await store.expectEverywhere(list, before);
  });
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED .*\/(api|healthz|stores)/] });

  test('nothing that was typed is lost, and changes work once the connection is back', async ({
    context,
    list,
    store,
  }) => {
    await loadDialogs(list);
    await context.setOffline(true);
    for (const change of changes) {
      await test.step(change.title, async () => {
        await change.make(list);
        await change.expectRefused(list, reason);
      });
    }
    const stale = list.text(`${uiText('failures.stale')} ${reason}`);
    await expect(stale).toBeVisible();
    await context.setOffline(false);
    await expect(stale).toBeHidden();
    await creating.make(list);
    await creating.expectMade(list);
    await store.expectEverywhere(list, creating.result(before));
  });
});

test('a browser that wrongly reports to be offline, as with a VPN, makes every change and reads again', async ({
  page,
  list,
  store,
}) => {
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
      window.dispatchEvent(new Event('offline'));
    });
  }
  let held = before;
  for (const change of changes) {
    await test.step(change.title, async () => {
      await change.make(list);
      await change.expectMade(list);
      held = change.result(held);
    });
  }
  await store.create({ name: 'By somebody else', description: '' });
  await expect(async () => {
    await list.focus();
    await expect(list.row('By somebody else')).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test.describe('after an update of the app', () => {
  test.use({ expectedErrors: [/status of 409 .*\/stores\//] });

  test('a change by an old page is refused, and the merchant reads to reload', async ({
    page,
    list,
    store,
    sandbox,
  }) => {
    await sandbox.clearLog();
    await intercept(page, (route) => {
      const headers = { ...route.request().headers(), 'next-action': '0'.repeat(42) };
      return route.continue({ headers });
    });
    for (const change of changes) {
      await test.step(change.title, async () => {
        await change.make(list);
        await change.expectRefused(list, uiText('failures.app-updated'));
      });
    }
    expect((await sandbox.log()).filter(({ method }) => method !== 'GET')).toEqual([]);
    await store.expectEverywhere(list, before);
  });
});
