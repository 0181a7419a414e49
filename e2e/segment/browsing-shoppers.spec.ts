import { residentMemory } from '../stack/resident-memory.ts';
import { expect, test } from '../support/fixtures.ts';
import { heapOf } from '../support/heap.ts';
import { linkTo } from '../support/link-to.ts';
import { uiText } from '../support/ui-text.ts';

test.use({ installs: ['aurora'] });

test('the next page is read ahead; without it the last rows stay until it arrives', async ({
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

test('a shopper without a customer number is a row among the others, and can be removed', async ({
  panel,
  sandbox,
  stores,
}) => {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 3);
  const { members } = await sandbox.shoppers(stores.hash('aurora'));
  const name = uiText('segment.unknownCustomer', { id: members[id]?.[0] ?? '' });
  await sandbox.set({ firstLacks: ['customer_id'] });
  const segment = await panel.openSegment('aurora', id);
  await expect(segment.names).toHaveCount(3);
  await expect(segment.names.first()).toHaveText(name);
  await segment.removeOne(0);
  await expect(segment.alerts).toContainText('was removed');
  await expect(segment.names).toHaveCount(2);
});

test('100,000 shoppers can be paged without more memory, and searched', async ({
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
  // Keeping these pages would take 500 KB. The requests of the last few seconds take under half.
  await expect.poll(() => heapOf(page)).toBeLessThan(before.heap + 250_000);
  // Holding all members at once would take the server more than 40 MB.
  expect(residentMemory(stack.app.process.pid)).toBeLessThan(before.app + 30e6);

  await segment.find.fill(await segment.name(0));
  await expect(segment.text(/There may be more\.|shoppers? found$/)).toBeVisible();
  await expect(segment.names.first()).toBeVisible();
});

test('a shopper is found by name or email', async ({ panel, page, sandbox, stores }) => {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 120);
  const segment = await panel.openSegment('aurora', id, {
    deepLink: linkTo.segment(id, { page: 3 }),
  });
  await expect(segment.names).toHaveCount(20);
  const [name, email] = [await segment.name(7), await segment.emails.nth(7).textContent()];
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/customers?')) searches.push(request.url());
  });

  // A second search is typed before the first is answered, which cancels the first.
  const overtaken = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('/api/customers?'),
  );
  await page.route(/search=%40%40/, () => {});
  const asked = page.waitForRequest(/search=%40%40/);
  await segment.find.fill('@@');
  await asked;
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
  await expect(segment.heading(uiText('segment.find.nothingTitle'))).toBeVisible();
  await segment.button('Clear search').last().click();
  await expect(segment.find).toHaveValue('');
  await expect(segment.text('101–120 of 120')).toBeVisible();
  await expect(segment.names).toHaveCount(20);
  expect(await segment.address()).not.toContain('search');
});
