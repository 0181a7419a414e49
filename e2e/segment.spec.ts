import { residentMemory } from './bench/server.ts';
import { expect, test } from './support/fixtures.ts';
import { heapOf } from './support/heap.ts';
import { words } from './support/words.ts';

// Some segments are not there, and some reads are refused.
test.use({ expectedErrors: [/status of 40[134]/] });

test.beforeEach(({ stores }) => stores.install('aurora'));

test('a click on its name opens a segment, and the way back leads to the list as it was', async ({
  panel,
  page,
  stores,
}) => {
  const list = await panel.openApp('aurora', {
    deepLink: '/segments?search=climbers&sort=-name&limit=10',
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

  // The list shows without asking BigCommerce again.
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

test('a deep link brings the shoppers in the first HTML, at its page', async ({
  panel,
  app,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(hash, id, 120);
  const deepLink = `/segments/${id}?page=2`;
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

test('turning pages: the last rows stay until the next are there, which mostly they are', async ({
  panel,
  page,
  sandbox,
  stores,
}) => {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 160);
  const ahead = page.waitForResponse(/shoppers\?page=2&/);
  const segment = await panel.openSegment('aurora', id);
  await expect(segment.text('160 shoppers')).toBeVisible();
  await (await ahead).finished();
  const first = await segment.names.allTextContents();

  const answer = Promise.withResolvers<void>();
  await page.route(/shoppers\?page=3&/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  await segment.button('Next page').click();
  await expect(segment.names).not.toHaveText(first);
  const second = await segment.names.allTextContents();
  expect(second).toHaveLength(50);
  await segment.button('Next page').click();
  await expect(segment.text('101–150 of 160')).toBeVisible();
  await expect(segment.table).toHaveAttribute('aria-busy', 'true');
  await expect(segment.names).toHaveText(second);
  answer.resolve();
  await expect(segment.table).toHaveAttribute('aria-busy', 'false');
  await expect(segment.names).not.toHaveText(second);
  await segment.button('Next page').click();
  await expect(segment.names).toHaveCount(10);
  await expect(segment.button('Next page')).toBeDisabled();
  await expect.poll(() => segment.address()).toMatch(/\?page=4$/);
  await segment.reload();
  await expect(segment.text('151–160 of 160')).toBeVisible();
  await expect(segment.names).toHaveCount(10);
});

test('100,000 shoppers: paging takes no more memory, and finding one of them', async ({
  panel,
  page,
  stack,
  sandbox,
  stores,
}) => {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 100_000);
  const segment = await panel.openSegment('aurora', id);
  const turnTo = async (pages: number[]) => {
    for (const at of pages) {
      await segment.button('Next page').click();
      const [first, last] = [at * 50 - 49, at * 50].map((row) => row.toLocaleString('en-US'));
      await expect(segment.text(`${first}–${last} of 100,000`)).toBeVisible();
    }
    await expect(segment.table).toHaveAttribute('aria-busy', 'false');
  };
  const pages = Array.from({ length: 34 }, (_, index) => index + 2);
  await turnTo(pages.slice(0, 10));
  const before = { heap: await heapOf(page), app: residentMemory(stack.app.process.pid) };
  await turnTo(pages.slice(10));
  // The pages turned since would take 500 KB; the requests of the last few seconds are still held.
  await expect.poll(() => heapOf(page)).toBeLessThan(before.heap + 250_000);
  // All members together would take the app more than 40 MB.
  expect(residentMemory(stack.app.process.pid)).toBeLessThan(before.app + 30_000);

  await segment.find.fill(await segment.name(0));
  await expect(segment.text(/There may be more\.|shoppers? found$/)).toBeVisible();
  await expect(segment.names.first()).toBeVisible();
});

test('finding a shopper by name or email', async ({ panel, page, sandbox, stores }) => {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 120);
  const segment = await panel.openSegment('aurora', id, { deepLink: `/segments/${id}?page=3` });
  await expect(segment.names).toHaveCount(20);
  const [name, email] = [await segment.name(7), await segment.emails.nth(7).textContent()];
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/customers?')) searches.push(request.url());
  });

  // Typing goes on before the first answer: that search is given up.
  const overtaken = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('/api/customers?'),
  );
  await page.route(/search=%40%40/, () => {});
  await segment.find.fill('@@');
  await page.waitForRequest(/search=%40%40/);
  await segment.find.fill(email ?? '');
  await overtaken;
  await expect(segment.emails).toHaveText([email ?? '']);
  await expect(segment.text('1 shopper found')).toBeVisible();
  expect(searches).toHaveLength(2);

  await segment.find.fill(name);
  await expect(segment.text(/^\d+ shoppers? found$/)).toBeVisible();
  await expect(segment.emails.filter({ hasText: email ?? '' })).toHaveCount(1);
  for (const found of await segment.names.allTextContents()) expect(found).toBe(name);
  await segment.find.fill('nobody at all');
  await expect(segment.heading(words('segment.find.nothingTitle'))).toBeVisible();
  await segment.button('Clear search').last().click();
  await expect(segment.find).toHaveValue('');
  await expect(segment.text('101–120 of 120')).toBeVisible();
  await expect(segment.names).toHaveCount(20);
  expect(await segment.address()).not.toContain('search');
});

test('renaming and deleting from its own screen', async ({ panel, stores }) => {
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  const list = await panel.openApp('aurora', {
    deepLink: `/segments?search=${encodeURIComponent(name)}`,
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

test("row 19: a segment that is not there, such as another store's, is not found", async ({
  panel,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const [{ id: theirs = '', name = '' } = {}] = await stores.segments('bramble');
  await sandbox.clearLog();
  const segment = await panel.openSegment('aurora', theirs);
  await expect(segment.heading('This segment does not exist')).toBeVisible();
  await expect(segment.text(name)).toBeHidden();
  const reached = await sandbox.log();
  expect(reached.filter(({ path }) => path.includes(stores.hash('bramble')))).toEqual([]);
  await segment.button('Show all segments').click();
  await expect(panel.segments.names).toHaveCount(25);
});

test('nobody in it, a customer who is gone, and a read that is refused', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(hash, id, 0);
  const segment = await panel.openSegment('aurora', id);
  await expect(segment.heading('No shoppers in this segment yet')).toBeVisible();
  await expect(segment.button('Add shoppers')).toHaveCount(2);

  await sandbox.setMembers(hash, id, 3);
  const { members, profiles } = await sandbox.shoppers(hash);
  const gone = profiles.find((profile) => profile.id === members[id]?.[1]);
  await sandbox.deleteCustomer(hash, gone?.customer_id ?? 0);
  await panel.openSegment('aurora', id);
  await expect(segment.names).toHaveCount(3);
  await expect(segment.names.nth(1)).toHaveText(`Deleted customer ${gone?.customer_id}`);

  await sandbox.set({ segmentation: false });
  await panel.openSegment('aurora', id);
  await expect(segment.heading('Customer segments are not available')).toBeVisible();
  await expect(segment.text('Enterprise plan')).toBeVisible();
  await sandbox.set({ segmentation: true });
  await segment.button('Try again').click();
  await expect(segment.names).toHaveCount(3);
});

test('an expired session ends at the next page, and nothing stays on the screen', async ({
  panel,
  database,
  sandbox,
  stores,
}) => {
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 160);
  const segment = await panel.openSegment('aurora', id, { deepLink: `/segments/${id}?page=3` });
  await expect(segment.names).toHaveCount(50);
  database.expireSessions();
  await segment.button('Previous page').click();
  await expect(segment.heading('Open the app again')).toBeVisible();
  await expect(segment.heading(name)).toBeHidden();
  await expect(segment.table).toBeHidden();
});

test('opening, finding and removing without a mouse', async ({ panel, page, sandbox, stores }) => {
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 3);
  const list = await panel.openApp('aurora', {
    deepLink: `/segments?search=${encodeURIComponent(name)}`,
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
  const leaving = await segment.name(0);
  await segment.actionsFor(leaving).focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(segment.dialog).toContainText(`This removes “${leaving}” from “${name}”.`);
  await segment.dialogButton('Remove').focus();
  await keyboard.press('Enter');
  await expect(segment.names).toHaveCount(2);
  await expect(segment.frame.locator('section').filter({ has: segment.table })).toBeFocused();
  await segment.back.focus();
  await keyboard.press('Enter');
  await expect(list.heading('Customer segments')).toBeFocused();
});
