import { expect } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { removingFault, test } from '../support/removing-fixtures.ts';
import { uiText } from '../support/ui-text.ts';

/** Each reason once. The 401 comes last: after it the app sends BigCommerce nothing. */
const refusals = [
  ['403', 'not-permitted'],
  ['413', 'too-large'],
  ['422', 'invalid'],
  ['429', 'rate-limited'],
  ['500', 'unavailable'],
  ['cut', 'unavailable'],
  ['401', 'reinstall-required'],
] as const;

const lostAnswers = ['cut-after', '5xx-after', 'partial', 'slow', 'malformed-json'] as const;

test.describe('when BigCommerce fails', () => {
  // After a 401 all reads are refused.
  test.use({ expectedErrors: [readErrors(403)] });

  test('refusals: nobody is removed, and the merchant reads why', async ({
    segment,
    members,
    sandbox,
  }) => {
    const before = await members();
    const names = await segment.names.allTextContents();
    for (const [fault, code] of refusals) {
      await test.step(fault, async () => {
        await sandbox.addFault(removingFault(fault));
        await segment.removeOne(1);
        const alert = segment.alerts.getByRole('article').last();
        await expect(alert).toContainText(uiText('segment.outcome.removedNone'));
        await expect(alert).toContainText(uiText(`failures.${code}`));
        await expect(alert).toContainText(uiText('segment.outcome.kept', { count: 1 }));
        await expect(segment.names).toHaveText(names);
        await alert.getByRole('button').click();
        await sandbox.clearFaults();
      });
    }
    expect(await members()).toEqual(before);
  });

  test.describe(() => {
    test.use({ memberCount: lostAnswers.length + 1 });

    test('lost answers: each shopper is removed and reported as removed', async ({
      segment,
      members,
      sandbox,
    }) => {
      const before = await members();
      for (const fault of lostAnswers) {
        await test.step(fault, async () => {
          const name = await segment.label(0);
          await sandbox.addFault(removingFault(fault, { times: 1 }));
          await segment.removeOne(0);
          const alert = segment.alerts.getByRole('article').last();
          await expect(alert).toContainText(uiText('segment.outcome.removedOne', { name }));
          await alert.getByRole('button').click();
        });
      }
      await expect(segment.text('1 shopper')).toBeVisible();
      expect(await members()).toEqual(before.slice(-1));
    });
  });
});

test.describe('when the app does not answer', () => {
  test.use({ expectedErrors: [/ERR_FAILED .*\/stores\//] });

  test('the browser reads whether the shopper was removed', async ({ segment, members, page }) => {
    const gone = await segment.label(0);
    const stays = await segment.name(1);
    const before = await members();
    await page.route(/\/stores\//, async (route) => {
      if (route.request().method() === 'POST') await route.fetch();
      await route.abort();
    });
    await segment.removeOne(0);
    await expect(segment.alerts).toContainText(
      uiText('segment.outcome.removedOne', { name: gone }),
    );
    await page.unroute(/\/stores\//);
    await page.route(/\/stores\//, (route) => route.abort());
    await segment.removeOne(0);
    await expect(segment.alerts).toContainText(uiText('segment.outcome.kept', { count: 1 }));
    await expect(segment.names.first()).toHaveText(stays);
    expect(await members()).toEqual(before.slice(1));
  });

  test('one request reads which of several shoppers were removed', async ({
    segment,
    members,
    page,
  }) => {
    const before = await members();
    const reads: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/api\/(customers\/\d+|segments\/[^/]+\/members)$/.test(pathname)) reads.push(pathname);
    });
    await page.route(/\/stores\//, async (route) => {
      if (route.request().method() === 'POST') await route.fetch();
      await route.abort();
    });
    await segment.select(0);
    await segment.select(1);
    await segment.removeSelected(2);
    await expect(segment.alerts).toContainText(uiText('segment.outcome.removedMany', { count: 2 }));
    expect(reads).toEqual([expect.stringMatching(/\/members$/)]);
    expect(await members()).toEqual(before.slice(2));
  });
});
