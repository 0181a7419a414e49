import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';

test.use({ installs: ['aurora'] });

test('a click on a name opens the segment, and "back" leads to the list as it was', async ({
  panel,
  page,
  stores,
}) => {
  const list = await panel.openApp('aurora', {
    deepLink: linkTo.segments({ search: 'climbers', sort: '-name', limit: 10 }),
  });
  await list.button('Next page').click();
  await expect(list.text('11–12 of 12')).toBeVisible();
  await expect.poll(() => list.address()).toContain('page=2');
  const shown = await list.names.allTextContents();
  const [name = ''] = shown;
  const loaded = await list.root.evaluate(() => performance.timeOrigin);
  await list.link(name).click();

  const segment = panel.segment;
  await expect(segment.heading(name)).toBeFocused();
  await expect(segment.names).not.toHaveCount(0);
  const held = (await stores.segments('aurora')).find((known) => known.name === name);
  expect(await segment.address()).toMatch(new RegExp(`/segments/${held?.id}$`));
  await expect(segment.text(held?.description ?? '')).toBeVisible();

  // The list shows without a new request to BigCommerce.
  await page.route(/\/api\/segments\?/, () => {});
  await segment.back.click();
  await expect(list.names).toHaveText(shown);
  await expect(list.search).toHaveValue('climbers');
  expect(await list.address()).toMatch(/segments\?search=climbers&sort=-name&page=2&limit=10$/);
  await list.root.evaluate(() => history.back());
  await expect(segment.heading(name)).toBeVisible();
  await list.root.evaluate(() => history.back());
  await expect(list.names).toHaveText(shown);
  expect(await list.root.evaluate(() => performance.timeOrigin)).toBe(loaded);
});

test('the first HTML of a deep link holds the shoppers of its page', async ({
  panel,
  app,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(hash, id, 120);
  const deepLink = linkTo.segment(id, { page: 2 });
  const segment = await panel.openSegment('aurora', id, { deepLink });
  await expect(segment.text('51–100 of 120')).toBeVisible();
  await expect(segment.names).toHaveCount(50);
  await expect(segment.heading(name)).toBeVisible();
  const emails = await segment.emails.allTextContents();

  const url = await sandbox.loadUrl(hash, stores.user('aurora').id, deepLink);
  const launch = (await app.get(url)).headers.get('location') ?? '';
  const html = await (await app.get(launch)).text();
  for (const email of emails) expect(html).toContain(`<td>${email}</td>`);
  const spent = await (await app.get(launch)).text();
  expect(spent).not.toContain(emails[0]);
  expect(spent).not.toContain(name);
});

test('a segment can be renamed and deleted on its own screen', async ({ panel, stores }) => {
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  const list = await panel.openApp('aurora', {
    deepLink: linkTo.segments({ search: name }),
  });
  await list.link(name).click();
  const segment = panel.segment;
  await expect(segment.names).not.toHaveCount(0);
  await segment.button('Rename').click();
  await segment.field('Name').fill('Renamed here');
  await segment.dialogButton('Save').click();
  await expect(segment.heading('Renamed here')).toBeVisible();
  await expect(segment.alerts).toContainText('“Renamed here” was saved.');
  await expect(segment.button('Rename')).toBeFocused();

  await segment.button('Delete').click();
  await expect(segment.dialog).toContainText('This deletes “Renamed here”.');
  await segment.dialogButton('Delete').click();
  await expect(list.heading('Customer segments')).toBeVisible();
  await expect(list.alerts).toContainText('“Renamed here” was deleted.');
  expect((await stores.segments('aurora')).some((known) => known.id === id)).toBe(false);
  await list.search.fill('Renamed here');
  await expect(list.heading('No segment matches your search')).toBeVisible();
});

test('a segment can be opened, and shoppers found and removed, without a mouse', async ({
  panel,
  page,
  sandbox,
  stores,
}) => {
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 3);
  const list = await panel.openApp('aurora', {
    deepLink: linkTo.segments({ search: name }),
  });
  const segment = panel.segment;
  const { keyboard } = page;
  await list.selectPage.focus();
  await keyboard.press('Tab');
  for (let presses = 0; presses < 9; presses += 1) {
    if (await list.link(name).evaluate((link) => link === document.activeElement)) break;
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  await expect(segment.heading(name)).toBeFocused();
  await expect(segment.names).toHaveCount(3);
  const shopper = await segment.label(0);
  await segment.actionsFor(shopper).focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(segment.dialog).toContainText(`This removes “${shopper}” from “${name}”.`);
  await segment.dialogButton('Remove').focus();
  await keyboard.press('Enter');
  await expect(segment.names).toHaveCount(2);
  await expect(segment.frame.locator('section').filter({ has: segment.table })).toBeFocused();
  await segment.back.focus();
  await keyboard.press('Enter');
  await expect(list.heading('Customer segments')).toBeFocused();
});
