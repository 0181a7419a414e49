import type { Page, Route } from '@playwright/test';
import { isInStore } from '../../lib/screens/screens.ts';
import { added, before, creating, expectTyped } from '../support/changes.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

/* A change that the app, or what stands before it, refuses does not reach BigCommerce. */

/** Does something else with the page's server actions, until the function is called. */
async function intercept(
  page: Page,
  change: (route: Route) => Promise<void>,
): Promise<() => Promise<void>> {
  const inStore = (url: URL) => isInStore(url.pathname);
  await page.route(inStore, (route) =>
    route.request().method() === 'POST' ? change(route) : route.fallback(),
  );
  return () => page.unroute(inStore);
}

test.describe(() => {
  test.use({ expectedErrors: [/status of 4\d\d .*\/stores\//] });

  test('the form says that the segment was not created, and why', async ({
    page,
    list,
    store,
    sandbox,
  }) => {
    await sandbox.clearLog();
    const refusals = [
      [{ postData: JSON.stringify(['a'.repeat(70_000)]) }, 'too-large'],
      [{ postData: '[{' }, 'invalid-input'],
    ] as const;
    for (const [replaced, code] of refusals) {
      const end = await intercept(page, (route) => route.continue(replaced));
      await (code === 'too-large' ? creating.make(list) : list.dialogButton('Save').click());
      const reason = uiText(`failures.${code}`);
      const text = uiText('segments.form.createFailed', { reason });
      await expect(list.dialog.getByRole('alert')).toContainText(text);
      await end();
    }

    await expectTyped(list, added);
    expect((await sandbox.log()).filter(({ method }) => method === 'POST')).toEqual([]);

    await list.dialogButton('Save').click();
    await creating.expectMade(list);
    await store.expectEverywhere(list, creating.result(before));
  });

  test('a proxy that answers by itself is not taken for BigCommerce', async ({
    page,
    list,
    store,
  }) => {
    const end = await intercept(page, (route) =>
      route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>Too large</h1>' }),
    );
    await creating.make(list);
    const reason = uiText('failures.unavailable');
    await expect(list.dialog.getByRole('alert')).toContainText(
      uiText('segments.form.createUnknownListed', { reason }),
    );
    await end();
    await list.dialogButton('Save').click();
    await creating.expectMade(list);
    await store.expectSentOnce('POST');
  });
});

test('a segment is created behind a proxy that rewrites the address', async ({ page, list }) => {
  await intercept(page, (route) =>
    route.continue({
      headers: {
        ...route.request().headers(),
        'x-forwarded-host': 'inside.example',
        'x-forwarded-port': '8443',
        'x-forwarded-proto': 'https',
      },
    }),
  );
  await creating.make(list);
  await creating.expectMade(list);
});
