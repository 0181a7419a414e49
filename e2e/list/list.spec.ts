import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';

test.describe('240 segments', () => {
  test.use({ installs: ['aurora'] });

  test('searching looks through names and descriptions of all pages', async ({ list }) => {
    await list.search.fill('alaska trail');
    await expect(list.names).toHaveText(['Trail runners, Alaska']);
    await expect(list.text('240 of 1,000 segments · 1 segment found')).toBeVisible();
    await list.search.fill('expects nothing');
    await expect(list.heading('No segment matches your search')).toBeVisible();
    await expect(list.text('“expects nothing”')).toBeVisible();
    await list.button('Clear search').last().click();
    await expect(list.search).toHaveValue('');
    await expect(list.names).toHaveCount(25);
    await list.search.fill('SKI TOURING');
    await expect(list.names.first()).toHaveText('Winter sports, Alaska');
  });

  test('every column sorts both ways', async ({ list, stores }) => {
    const segments = await stores.segments('aurora');
    await list.pageSize.selectOption('100');
    const { compare } = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });
    const names = segments.map(({ name }) => name).toSorted(compare);
    const descriptions = segments.map(({ description }) => description).toSorted(compare);
    const updates = segments.map(({ updated_at }) => updated_at).toSorted();
    const orders = [
      ['Last updated', 'ascending', updates],
      ['Last updated', 'descending', updates.toReversed()],
      ['Name', 'ascending', names],
      ['Name', 'descending', names.toReversed()],
      ['Description', 'ascending', descriptions],
      ['Description', 'descending', descriptions.toReversed()],
    ] as const;
    for (const [column, direction, sorted] of orders) {
      await list.sortBy(column);
      await expect(list.columnHeader(column)).toHaveAttribute('aria-sort', direction);
      const expected = sorted.slice(0, 100);
      if (column === 'Last updated') {
        const times = list.updates.locator('time');
        await expect(times).toHaveCount(100);
        await expect
          .poll(() => times.evaluateAll((all) => all.map((time) => time.getAttribute('datetime'))))
          .toEqual(expected);
      } else {
        await expect(column === 'Name' ? list.names : list.descriptions).toHaveText(expected);
      }
    }
  });

  test('the list has pages, and their size can be chosen', async ({ list }) => {
    for (const size of [10, 50, 100, 25]) {
      await list.pageSize.selectOption(String(size));
      await expect(list.names).toHaveCount(size);
      await expect(list.text(`1–${size} of 240`)).toBeVisible();
    }
    await expect(list.button('Previous page')).toBeDisabled();
    const seen = new Set(await list.names.allTextContents());
    for (let page = 2; page <= 10; page += 1) {
      await list.button('Next page').click();
      await expect(list.text(`${page * 25 - 24}–${Math.min(page * 25, 240)} of 240`)).toBeVisible();
      for (const name of await list.names.allTextContents()) seen.add(name);
    }
    expect(seen.size).toBe(240);
    await expect(list.names).toHaveCount(15);
    await expect(list.button('Next page')).toBeDisabled();
    await list.button('Previous page').click();
    await expect(list.text('201–225 of 240')).toBeVisible();
  });

  test('search, order and page are in the address and survive a reload', async ({ list }) => {
    await list.search.fill('club');
    await list.sortBy('Name');
    await list.pageSize.selectOption('10');
    await list.button('Next page').click();
    await expect.poll(() => list.address()).toMatch(/search=club&sort=-name&page=2&limit=10$/);
    const shown = await list.names.allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    await list.reload();
    await expect(list.names).toHaveText(shown);
    await expect(list.search).toHaveValue('club');
    await expect(list.pageSize).toHaveValue('10');
    await expect(list.columnHeader('Name')).toHaveAttribute('aria-sort', 'descending');
    await list.search.fill('');
    await expect(list.text('1–10 of 240')).toBeVisible();
  });

  test("dates and numbers follow the user's locale", async ({ panel }) => {
    for (const [role, language, number, years, date] of [
      [
        'owner',
        'en-US',
        '1,000',
        /^\d+ years? ago|last year$/,
        /^\w+ \d+, 20\d\d at \d+:\d\d [AP]M$/,
      ],
      [
        'germanStaff',
        'de-DE',
        '1.000',
        /^vor \d+ Jahr(en)?|letztes Jahr$/,
        /^\d+\. \w+ 20\d\d um \d\d:\d\d$/,
      ],
    ] as const) {
      const list = await panel.openApp('aurora', {
        role,
        deepLink: linkTo.segments({ sort: 'updated' }),
      });
      await expect(list.text(`240 of ${number} segments`)).toBeVisible();
      await expect(list.updates.first()).toHaveText(years);
      const time = list.updates.first().locator('time');
      await expect(time).toHaveAttribute('title', date);
      await expect(time).toHaveAttribute('lang', language);
      await expect(time).toHaveAttribute('dir', 'auto');
      // A sentence has one language.
      const title = /^As of (now|\d+ \w+ ago)$/;
      await expect(list.counts.first()).toHaveAttribute('title', title);
    }
  });

  test('a segment made elsewhere appears when the user comes back', async ({ list, otherTab }) => {
    const elsewhere = await otherTab.openApp('aurora', { role: 'staff' });
    await elsewhere.create('A segment from elsewhere');
    await expect(elsewhere.row('A segment from elsewhere')).toBeVisible();
    await expect(async () => {
      await list.focus();
      await expect(list.row('A segment from elsewhere')).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(list.text('241 of 1,000 segments')).toBeVisible();
  });
});

test('1,000 segments can be paged to the end and searched', async ({ panel, sandbox, stores }) => {
  await stores.install('aurora');
  await sandbox.setSegments(stores.hash('aurora'), { count: 1_000 });
  const list = await panel.openApp('aurora');
  await expect(list.text('1,000 of 1,000 segments')).toBeVisible();
  await list.pageSize.selectOption('100');
  for (let page = 2; page <= 10; page += 1) await list.button('Next page').click();
  await expect(list.text('901–1,000 of 1,000')).toBeVisible();
  await expect(list.names.last()).toHaveText('Segment 1000');
  await list.search.fill('segment 0777');
  await expect(list.names).toHaveText(['Segment 0777']);
});

test('a store with more segments than the limit shows them all', async ({
  panel,
  sandbox,
  stores,
}) => {
  await stores.install('aurora');
  await sandbox.setSegments(stores.hash('aurora'), { count: 1_100 });
  const list = await panel.openApp('aurora');
  await expect(list.text('1,100 of 1,000 segments')).toBeVisible();
  await list.sortBy('Name');
  await expect(list.names.first()).toHaveText('Segment 1100');
});

test('the search ignores accents and case', async ({ panel, sandbox, stores }) => {
  await stores.install('bramble');
  const names = ['Café regulars', 'Crème de la crème', 'Zürich', 'Straße'];
  await sandbox.setSegments(stores.hash('bramble'), { items: names.map((name) => ({ name })) });
  const list = await panel.openApp('bramble');
  for (const [search, found] of [
    ['cafe', 'Café regulars'],
    ['CREME', 'Crème de la crème'],
    ['zurich', 'Zürich'],
    ['Zürich', 'Zürich'],
  ] as const) {
    await list.search.fill(search);
    await expect(list.names).toHaveText([found]);
  }
});
