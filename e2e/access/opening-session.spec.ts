import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { uiText } from '../support/ui-text.ts';

const ended = 'Open the app again';

test('the owner installs the app and sees the segments', async ({
  panel,
  page,
  stack,
  sandbox,
  stores,
}) => {
  await page.goto(stack.sandboxUrl);
  await panel.link('Aurora Outdoor').click();
  await panel.link('Go to Apps').click();
  await panel.link('Install').click();
  await expect(page.getByText('store_v2_customers', { exact: true })).toBeVisible();
  await panel.button('Confirm').click();
  await expect(panel.segments.heading('Customer segments')).toBeVisible();
  await expect(panel.segments.text('240 of 1,000 segments')).toBeVisible();
  await expect(panel.segments.names).toHaveCount(25);
  expect((await sandbox.state(stores.hash('aurora'))).installation?.live).toBe(true);
});

test.describe('once installed', () => {
  test.use({ installs: ['aurora'] });

  test('owner and staff open the app from Apps', async ({ panel }) => {
    for (const role of ['owner', 'staff'] as const) {
      await panel.goTo('aurora', '/apps', { role });
      await panel.link('Open').click();
      await expect(panel.segments.text('240 of 1,000 segments')).toBeVisible();
      await expect(panel.segments.names).toHaveCount(25);
    }
  });

  test('a deep link sets search, order and page of the list', async ({ panel }) => {
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers', sort: '-name', limit: 10 }),
    });
    await expect(list.search).toHaveValue('climbers');
    await expect(list.names).toHaveCount(10);
    await expect(list.names.first()).toHaveText('Climbers, United Kingdom');
    await expect(list.text('12 segments found')).toBeVisible();
  });

  test('row 22: neither the address nor the history holds the launch code', async ({ panel }) => {
    const list = await panel.openApp('aurora');
    expect(await list.address()).toMatch(/\/stores\/\w+\/segments$/);
    await list.root.evaluate(() => location.assign('about:blank'));
    await expect(list.heading('Customer segments')).toBeHidden();
    await list.root.evaluate(() => history.back());
    await expect(list.names).toHaveCount(25);
    expect(await list.address()).toMatch(/\/stores\/\w+\/segments$/);
  });

  test('reloading the frame keeps the session', async ({ panel, database, stores }) => {
    const list = await panel.openApp('aurora');
    await list.search.fill('climbers');
    await expect.poll(() => list.address()).toContain('search=climbers');
    await list.reload();
    await expect(list.search).toHaveValue('climbers');
    await expect(list.names).toHaveCount(12);
    await list.create('Made after the reload');
    await expect(list.row('Made after the reload')).toBeVisible();
    expect(database.count('sessions', stores.hash('aurora'))).toBe(1);
  });

  test('row 23: with storage blocked everything works until the frame is reloaded', async ({
    panel,
    page,
  }) => {
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Access is denied', 'SecurityError');
          },
        });
      }
    });
    const list = await panel.openApp('aurora');
    await list.create('Made without storage');
    await expect(list.row('Made without storage')).toBeVisible();
    await list.reload();
    await expect(list.heading(ended)).toBeVisible();
    await expect(list.table).toBeHidden();
  });

  test('row 20: two stores used by turns in two tabs do not mix', async ({
    panel,
    otherTab,
    stores,
  }) => {
    await stores.install('bramble');
    const aurora = await panel.openApp('aurora');
    const bramble = await otherTab.openApp('bramble');
    await aurora.create('Only in Aurora');
    await bramble.create('Only in Bramble');
    await expect(aurora.row('Only in Aurora')).toBeVisible();
    await expect(bramble.row('Only in Bramble')).toBeVisible();
    await aurora.reload();
    await expect(aurora.text('241 of 1,000 segments')).toBeVisible();
    await aurora.search.fill('only in aurora');
    await expect(aurora.names).toHaveText(['Only in Aurora']);
    await bramble.reload();
    await expect(bramble.names).toHaveText([
      'Only in Bramble',
      'Subscription box',
      'Weekend market visitors',
      'Wholesale florists',
    ]);
    const [inAurora, inBramble] = [
      await stores.segmentNames('aurora'),
      await stores.segmentNames('bramble'),
    ];
    expect([inAurora.length, inBramble.length]).toEqual([241, 4]);
    expect(inAurora).toContain('Only in Aurora');
    expect(inBramble).toContain('Only in Bramble');
  });

  test.describe('while the API of one of them fails', () => {
    test.use({ expectedErrors: [/status of (429|503) .*\/api\/[^ ]*store=aurora/] });
    // The app would send this store no requests for two minutes.
    test.afterEach(async ({ context, stack }) => {
      for (const page of context.pages()) await page.close();
      await stack.restartApp();
    });

    test('row 20: the other store is not affected', async ({
      panel,
      otherTab,
      sandbox,
      stores,
    }) => {
      await stores.install('bramble');
      const aurora = await panel.openApp('aurora');
      const bramble = await otherTab.openApp('bramble');
      await sandbox.clearLog();
      const path = `/${stores.hash('aurora')}/v3`;
      // Longer than the app waits with any change.
      const resetMs = 120_000;
      await sandbox.addFault({ path, method: 'POST', fault: '429', times: 1_000, resetMs });
      await sandbox.addFault({ path, fault: '503', times: 1_000 });
      await aurora.create('Only in Aurora');
      await expect(aurora.dialog.getByRole('alert')).toContainText(uiText('failures.rate-limited'));

      await bramble.create('Only in Bramble');
      await expect(bramble.row('Only in Bramble')).toBeVisible();
      const alerts = bramble.alerts.getByRole('article');
      await expect(alerts).toContainText(['was created']);
      await bramble.choose('Delete', 'Subscription box');
      await bramble.dialogButton('Delete').click();
      await expect(alerts.last()).toContainText('was deleted');
      await bramble.reload();
      const left = ['Only in Bramble', 'Weekend market visitors', 'Wholesale florists'];
      await expect(bramble.names).toHaveText(left);
      await expect(bramble.button('Try again')).toBeHidden();
      expect((await stores.segmentNames('bramble')).toSorted()).toEqual(left);
      expect(await stores.segmentNames('aurora')).toHaveLength(240);
      const log = (await sandbox.log()).filter(({ store }) => store === stores.hash('bramble'));
      expect(log.filter(({ status }) => status !== null && status >= 400)).toEqual([]);
    });
  });

  test('row 20: two stores opened one after the other in one tab do not mix', async ({
    panel,
    page,
    stores,
  }) => {
    await stores.install('bramble');
    const list = await panel.openApp('aurora');
    await expect(list.names).toHaveCount(25);
    await panel.openApp('bramble');
    await expect(list.names).toHaveCount(3);
    await list.reload();
    await expect(list.text('3 of 1,000 segments')).toBeVisible();
    await page.goBack();
    await expect(list.text('240 of 1,000 segments')).toBeVisible();
    await expect(list.text('Wholesale florists')).toBeHidden();
  });
});
