import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import type { SegmentsScreen } from '../support/segments-screen.ts';

test.beforeEach(({ stores }) => stores.install('aurora'));

/** The row stands out and is in view, and nothing else does. */
async function expectPointedOut(list: SegmentsScreen, name: string): Promise<void> {
  await expect(list.row(name)).toHaveAttribute('data-highlighted');
  await expect(list.row(name)).toBeInViewport();
  await expect(list.table.locator('[data-highlighted]')).toHaveCount(1);
}

test.describe('creating', () => {
  test('the new segment shows at once, pointed out, and is in the store', async ({
    panel,
    page,
    stores,
  }) => {
    const before = await stores.segments('aurora');
    const list = await panel.openApp('aurora');
    // Without reading the list again.
    await page.route(/\/api\/segments\?/, () => {});
    await list.create('Dog owners', 'Bought a leash');
    await expect(list.dialog).toBeHidden();
    await expectPointedOut(list, 'Dog owners');
    await expect(list.alerts).toContainText('“Dog owners” was created.');
    await list.button('Create segment').click({ timeout: 5_000 });
    await list.dialogButton('Cancel').click();
    await expect(list.text('241 of 1,000 segments')).toBeVisible();
    const after = await stores.segments('aurora');
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ name: 'Dog owners', description: 'Bought a leash' });
  });

  test('a search that hides the new segment is cleared', async ({ panel }) => {
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers' }),
    });
    await list.create('Dog owners');
    await expectPointedOut(list, 'Dog owners');
    await expect(list.search).toHaveValue('');
  });

  test('a search that finds the new segment stays', async ({ panel }) => {
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers' }),
    });
    await list.create('Ice climbers');
    await expectPointedOut(list, 'Ice climbers');
    await expect(list.search).toHaveValue('climbers');
    await expect(list.names).toHaveCount(13);
  });

  for (const deepLink of [
    linkTo.segments({ page: 9 }),
    linkTo.segments({ sort: '-updated' }),
    linkTo.segments({ sort: '-name' }),
  ]) {
    test(`the list turns to the page of the new segment from ${deepLink}`, async ({ panel }) => {
      const list = await panel.openApp('aurora', { deepLink });
      await list.create('Families with dogs');
      await expectPointedOut(list, 'Families with dogs');
      await list.create('Yachting crews');
      await expectPointedOut(list, 'Yachting crews');
    });
  }

  test('a name is required and loses its outer spaces', async ({ panel, sandbox, stores }) => {
    const list = await panel.openApp('aurora');
    await sandbox.clearLog();
    await list.button('Create segment').click();
    for (const empty of ['', '   ']) {
      await list.field('Name').fill(empty);
      await list.dialogButton('Save').click();
      await expect(list.field('Name')).toHaveAccessibleDescription('Enter a name.');
      await expect(list.field('Name')).toBeFocused();
    }
    expect(await stores.changesSent()).toEqual([]);
    await list.field('Name').fill('  Dog owners  ');
    await expect(list.text('Enter a name.')).toBeHidden();
    await list.field('Name').press('Enter');
    await expectPointedOut(list, 'Dog owners');
    expect(await stores.segmentNames('aurora')).toContain('Dog owners');
  });

  test('a name that the list shows as taken is not sent', async ({ panel, sandbox, stores }) => {
    const list = await panel.openApp('aurora');
    await sandbox.clearLog();
    await list.create('Climbers, Alaska', 'Typed with care');
    await expect(list.field('Name')).toHaveAccessibleDescription(
      'The store already has a segment called “Climbers, Alaska”. Choose another name.',
    );
    await expect(list.field('Description')).toHaveValue('Typed with care');
    expect(await stores.changesSent()).toEqual([]);
  });

  test('a name that only BigCommerce knows as taken shows at the field', async ({
    panel,
    otherTab,
    stores,
  }) => {
    const list = await panel.openApp('aurora');
    const elsewhere = await otherTab.openApp('aurora', { role: 'staff' });
    await elsewhere.create('Dog owners');
    await expect(elsewhere.row('Dog owners')).toBeVisible();
    await list.create('Dog owners', 'Typed with care');
    await expect(list.field('Name')).toHaveAccessibleDescription(/already has a segment called/);
    await expect(list.field('Name')).toBeFocused();
    await expect(list.field('Description')).toHaveValue('Typed with care');
    expect(await stores.segmentNames('aurora')).toHaveLength(241);
    await list.field('Name').fill('Cat owners');
    await list.dialogButton('Save').click();
    await expectPointedOut(list, 'Cat owners');
    expect(await stores.segmentNames('aurora')).toHaveLength(242);
  });
});

test.describe('renaming', () => {
  const old = 'Climbers, Alaska';

  test('name and description change, and nothing else does', async ({ panel, stores, sandbox }) => {
    const before = await sandbox.state(stores.hash('aurora'));
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers' }),
    });
    await list.choose('Rename', old);
    await expect(list.field('Name')).toHaveValue(old);
    await list.field('Name').fill('Climbers of the north');
    await list.field('Description').fill('Rope, harness, coffee');
    await list.dialogButton('Save').click();
    await expect(list.row('Climbers of the north')).toContainText('Rope, harness, coffee');
    await expect(list.alerts).toContainText('“Climbers of the north” was saved.');
    const after = await sandbox.state(stores.hash('aurora'));
    expect(after.memberCounts).toEqual(before.memberCounts);
    expect(after.segments).toEqual(
      before.segments.map((segment) =>
        segment.name === old
          ? {
              ...segment,
              name: 'Climbers of the north',
              description: 'Rope, harness, coffee',
              updated_at: expect.any(String),
            }
          : segment,
      ),
    );
  });

  test('a description can be taken away', async ({ panel, stores }) => {
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers' }),
    });
    await list.choose('Rename', old);
    await list.field('Description').fill('');
    await list.dialogButton('Save').click();
    await expect(list.alerts).toContainText('was saved');
    const segments = await stores.segments('aurora');
    expect(segments.find(({ name }) => name === old)?.description).toBe('');
  });

  test('saving without a change sends nothing', async ({ panel, sandbox, stores }) => {
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers' }),
    });
    await sandbox.clearLog();
    await list.choose('Rename', old);
    await list.dialogButton('Save').click();
    await expect(list.dialog).toBeHidden();
    expect(await stores.changesSent()).toEqual([]);
  });

  test('a name that only BigCommerce knows as taken: the row is put back, the text kept', async ({
    panel,
    otherTab,
    stores,
  }) => {
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers' }),
    });
    const elsewhere = await otherTab.openApp('aurora', { role: 'staff' });
    await elsewhere.create('Dog owners');
    await expect(elsewhere.row('Dog owners')).toBeVisible();
    await list.choose('Rename', old);
    await list.field('Name').fill('Dog owners');
    await list.field('Description').fill('Typed with care');
    await list.dialogButton('Save').click();
    await expect(list.field('Name')).toHaveAccessibleDescription(/already has a segment called/);
    await expect(list.field('Name')).toHaveValue('Dog owners');
    await expect(list.field('Description')).toHaveValue('Typed with care');
    await list.dialogButton('Cancel').click();
    await expect(list.row(old)).toBeVisible();
    expect(await stores.segmentNames('aurora')).toContain(old);
  });

  test('a segment that somebody has deleted: the row goes, and the merchant reads why', async ({
    panel,
    sandbox,
    stores,
  }) => {
    const list = await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers' }),
    });
    await sandbox.setSegments(stores.hash('aurora'), { count: 1 });
    await list.choose('Rename', old);
    await list.field('Name').fill('Climbers of the north');
    await list.dialogButton('Save').click();
    const gone = `“${old}” is not in the store any more, so it was not changed.`;
    await expect(list.alerts).toContainText(gone);
    await expect(list.row(old)).toBeHidden();
    await expect(list.row('Climbers of the north')).toBeHidden();
    await expect(list.dialog).toBeHidden();
    await list.button('Clear search').first().click();
    await expect(list.names).toHaveText(await stores.segmentNames('aurora'));
  });
});
