import type { Page } from '@playwright/test';
import { before } from '../support/changes.ts';
import { failedReads, lasting } from '../support/faults.ts';
import { test } from '../support/faulty-store.ts';
import { expect } from '../support/fixtures.ts';
import type { SegmentsScreen } from '../support/segments-screen-object.ts';
import { uiText } from '../support/ui-text.ts';

/* BigCommerce fails when the list is read, at the launch or when the user comes back to the tab. */

const failures = [
  ['401', 'reinstall-required'],
  ['403', 'not-permitted'],
  ['404', 'not-found'],
  ['429', 'rate-limited'],
  ['500', 'unavailable'],
  ['malformed-json', 'unavailable'],
] as const;
type Code = (typeof failures)[number][1];

test.describe.configure({ mode: 'parallel' });

/** The app repeats a read by itself after failures that may pass; otherwise the user does. */
async function recover(page: Page, list: SegmentsScreen, code: Code): Promise<void> {
  const isPassing = code === 'unavailable' || code === 'rate-limited';
  if (isPassing) await page.clock.fastForward(10_000);
  else await list.button(uiText('failures.retry')).click();
}

test.describe('a failure', () => {
  test.use({ expectedErrors: [failedReads] });

  for (const [fault, code] of failures) {
    const text = uiText(`failures.${code}`);
    const isRefusal = code === 'not-permitted' || code === 'reinstall-required';
    const title = uiText(isRefusal ? `failures.refused.${code}` : 'segments.notRead');

    test(`${fault}: the screen says what is wrong, keeps the old list, and recovers`, async ({
      page,
      panel,
      sandbox,
      store,
      stores,
    }) => {
      const { segments: list } = panel;
      await page.clock.install();
      await test.step('opening', async () => {
        await sandbox.addFault(lasting(fault));
        await panel.goTo('aurora', '/apps/customer-segments');
        await expect(list.heading(title)).toBeVisible();
        await expect(list.text(text)).toBeVisible();
        await sandbox.clearFaults();
        if (code === 'reinstall-required') {
          await stores.install('aurora');
          await panel.openApp('aurora');
        } else await recover(page, list, code);
        await store.expectEverywhere(list, before);
      });
      await test.step('coming back', async () => {
        await sandbox.addFault(lasting(fault));
        // The list is not read again at once after it was read.
        await page.clock.fastForward(6_000);
        await list.focus();
        await expect(list.text(`${uiText('failures.stale')} ${text}`)).toBeVisible();
        await store.expectEverywhere(list, before);
        const meanwhile = { name: 'Meanwhile', description: '' };
        await store.hold([...before, meanwhile]);
        await sandbox.clearFaults();
        if (code === 'reinstall-required') return;
        await recover(page, list, code);
        await expect(list.text(uiText('failures.stale'))).toBeHidden();
        await store.expectEverywhere(list, [...before, meanwhile]);
      });
    });
  }
});

test.describe('a list that could not be refreshed', () => {
  test.use({ expectedErrors: [failedReads] });

  test('can still be searched, sorted and paged', async ({ page, panel, sandbox, stores }) => {
    await stores.install('aurora');
    await page.clock.install();
    const list = await panel.openApp('aurora');
    await sandbox.addFault({ path: '/v3/segments', fault: '503', times: 1_000 });
    await page.clock.fastForward(6_000);
    await list.focus();
    const stale = list.text(uiText('failures.stale'));
    await expect(stale).toBeVisible();

    await list.sortBy('Name');
    const names = (await stores.segmentNames('aurora')).toSorted(new Intl.Collator('en').compare);
    await expect(list.names).toHaveText(names.toReversed().slice(0, 25));
    for (let turns = 0; turns < 9; turns += 1) await list.button('Next page').click();
    await expect(list.text('226–240 of 240')).toBeVisible();
    await expect(list.names).toHaveText(names.slice(0, 15).toReversed());
    await list.search.fill('climbers');
    await expect(list.text('240 of 1,000 segments · 12 segments found')).toBeVisible();
    await expect(list.names).toHaveCount(12);
    await list.search.fill('expects nothing');
    await expect(list.heading(uiText('segments.nothingFound.title'))).toBeVisible();
    await expect(stale).toBeVisible();
  });
});

test('slow: the list comes late, without a notice', async ({ panel, sandbox, store }) => {
  for (const fault of ['slow', 'slow-body'] as const) {
    await sandbox.addFault(lasting(fault, { times: 1 }));
  }
  const list = await panel.openApp('aurora');
  await store.expectEverywhere(list, before);
  await expect(list.text(uiText('failures.stale'))).toBeHidden();
  await expect(list.alerts.getByRole('article')).toHaveCount(0);
});

test('no answer: the launch shows a page without the list, which follows', async ({
  panel,
  sandbox,
  store,
}) => {
  await sandbox.addFault(lasting('hang', { times: 1 }));
  const list = await panel.openApp('aurora');
  await store.expectEverywhere(list, before);
});
