import { appPath } from '../support/control-panel-tab.ts';
import { expect, test } from '../support/fixtures.ts';
import { holdFiles } from '../support/hold-files.ts';
import { forgetLayoutShifts, layoutShifts, recordLayoutShifts } from '../support/layout-shifts.ts';
import { linkTo } from '../support/link-to.ts';
import { readErrors } from '../support/read-errors.ts';
import { uiText } from '../support/ui-text.ts';

test.use({ installs: ['aurora'] });

test('the first 25 rows are in the HTML that answers the launch', async ({ stores }) => {
  const { html } = await stores.open('aurora');
  const names = (await stores.segmentNames('aurora')).toSorted().slice(0, 26);
  for (const name of names.slice(0, 25)) expect(html).toContain(`>${name}</a></td>`);
  expect(html).not.toContain(`>${names[25]}</a></td>`);
});

test('the header links to help, which opens in a new tab', async ({ app, sandbox, stores }) => {
  const hash = stores.hash('aurora');
  const [segment] = await stores.segments('aurora');
  for (const path of [linkTo.segments(), linkTo.segment(segment?.id ?? ''), linkTo.customer(1)]) {
    const url = await sandbox.loadUrl(hash, stores.user('aurora').id, path);
    const html = await (await app.get((await app.get(url)).headers.get('location') ?? '')).text();
    const [link = ''] = html.match(/<a\b[^>]*>(?=(<[^>]*>)*Help with customer segments)/) ?? [];
    expect(link, path).toMatch(/ href="https:\/\/[\w.-]+\.bigcommerce\.com\//);
    expect(link, path).toContain(' target="_blank"');
    expect(link, path).toContain(' rel="noreferrer"');
  }
});

for (const width of [1280, 400]) {
  test(`rows show before the code has loaded and do not move afterwards, at ${width} px`, async ({
    panel,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await recordLayoutShifts(page);
    const letCodeThrough = await holdFiles(page, 'js');
    const { segments: list } = panel;
    const listed = page.waitForResponse(/\/api\/segments\?/);
    await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await expect(list.names).toHaveCount(25);
    await expect(list.names.first()).toBeVisible();
    await forgetLayoutShifts(list.root);
    const before = await list.names.first().boundingBox();
    letCodeThrough();
    await (await listed).finished();
    const isReady = () => list.root.evaluate(() => !('earlyInput' in window));
    await expect.poll(isReady).toBe(true);
    expect(await list.names.first().boundingBox()).toEqual(before);
    expect(await layoutShifts(list.root)).toEqual([]);
  });

  test(`a slow BigCommerce leaves a skeleton in place of the rows, at ${width} px`, async ({
    panel,
    page,
    sandbox,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await sandbox.addFault({ path: '/v3/segments', fault: 'slow', delayMs: 4_000 });
    await recordLayoutShifts(page);
    const { segments: list } = panel;
    await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await expect(list.heading('Customer segments')).toBeVisible();
    await expect(list.table).toHaveAttribute('aria-busy', 'true');
    await expect(list.text('Loading segments')).toBeAttached();
    await forgetLayoutShifts(list.root);
    await expect(list.names).toHaveCount(25);
    await expect(list.table).toHaveAttribute('aria-busy', 'false');
    expect(await layoutShifts(list.root)).toEqual([]);
  });
}

test('nothing moves when the font has loaded', async ({ panel, page }) => {
  await page.setViewportSize({ width: 400, height: 900 });
  const letFontThrough = await holdFiles(page, 'woff2');
  const { segments: list } = panel;
  await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
  await expect(list.names).toHaveCount(25);
  const placesWith = (family: string) =>
    list.root.evaluate(async (root, name) => {
      for (const weight of [400, 600]) await document.fonts.load(`${weight} 16px "${name}"`);
      const parts = root.querySelectorAll('header, thead, tbody');
      return [...parts].map((part) => `${part.tagName} ${part.getBoundingClientRect().top}`);
    }, family);
  const before = await placesWith('Source Sans Pro');
  expect(before).toHaveLength(3);
  letFontThrough();
  expect(await placesWith('Source Sans 3')).toEqual(before);
});

test.describe('in another time zone than the server', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('times are shown in the time zone of the browser', async ({ panel, stores }) => {
    const [segment] = (await stores.segments('aurora')).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    const list = await panel.openApp('aurora');
    const time = list.updates.first().getByRole('time');
    const format = new Intl.DateTimeFormat('en-US', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Asia/Tokyo',
    });
    await expect(time).toHaveAttribute('title', format.format(new Date(segment?.updated_at ?? '')));
  });
});

test('times are in UTC if the browser does not know its time zone', async ({
  page,
  panel,
  stores,
}) => {
  // What Chromium says then. It accepts the zone nowhere.
  await page.addInitScript(() => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: 'Etc/Unknown' };
    };
  });
  const [segment] = (await stores.segments('aurora')).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const list = await panel.openApp('aurora');
  const format = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const time = list.updates.first().getByRole('time');
  await expect(time).toHaveAttribute('title', format.format(new Date(segment?.updated_at ?? '')));
});

test.describe('when the whole list cannot be read', () => {
  test.use({ expectedErrors: [readErrors(503)] });

  test('the first rows stay, and a search waits for the whole list', async ({
    panel,
    page,
    database,
    sandbox,
  }) => {
    const letCodeThrough = await holdFiles(page, 'js');
    const { segments: list } = panel;
    await page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await expect(list.names).toHaveCount(25);
    await sandbox.addFault({ path: '/v3/segments', fault: '503', times: 1_000 });
    database.ageLists(2);
    letCodeThrough();
    await expect(list.text(uiText('failures.stale'))).toBeVisible();
    await expect(list.names).toHaveCount(25);

    await list.search.fill('alaska trail');
    await expect(
      list.frame.getByRole('status').getByText(uiText('segments.notRead')),
    ).toBeVisible();
    await expect(list.search).toHaveValue('alaska trail');
    await list.search.fill('');
    await expect(list.names).toHaveCount(25);
    await list.search.fill('alaska trail');
    await sandbox.clearFaults();
    // The app's own next try may come first, and take the button away.
    await list
      .button('Try again')
      .evaluateAll(([button]) => button?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    await expect(list.names).toHaveText(['Trail runners, Alaska']);
  });
});

test('the list of a store without segments explains what a segment is for', async ({
  panel,
  sandbox,
  stores,
}) => {
  await sandbox.setSegments(stores.hash('aurora'), { count: 0 });
  const list = await panel.openApp('aurora');
  await expect(list.heading('No segments yet')).toBeVisible();
  await expect(list.text('A segment is a group of shoppers')).toBeVisible();
  await list.button('Create segment').last().click();
  await list.field('Name').fill('The very first');
  await list.dialogButton('Save').click();
  await expect(list.names).toHaveText(['The very first']);
  await expect(list.text('1 of 1,000 segments')).toBeVisible();
});

test.describe('when the plan has no customer segmentation', () => {
  test.use({ expectedErrors: [readErrors(403)] });

  test('the screen explains it, and the list shows once the plan includes segmentation', async ({
    panel,
    sandbox,
  }) => {
    await sandbox.set({ segmentation: false });
    await panel.goTo('aurora', appPath);
    const { segments: list } = panel;
    await expect(list.heading('Customer segments are not available')).toBeVisible();
    await expect(list.text('Enterprise plan')).toBeVisible();
    await sandbox.set({ segmentation: true });
    await list.button('Try again').click();
    await expect(list.names).toHaveCount(25);
  });
});
