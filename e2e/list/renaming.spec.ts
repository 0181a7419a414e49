import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';

test.use({ installs: ['aurora'] });

const old = 'Climbers, Alaska';

test('renaming changes name and description and nothing else', async ({
  panel,
  stores,
  sandbox,
}) => {
  const before = await sandbox.state(stores.hash('aurora'));
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
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

test('a description can be removed', async ({ panel, stores }) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
  await list.choose('Rename', old);
  await list.field('Description').fill('');
  await list.dialogButton('Save').click();
  await expect(list.alerts).toContainText('was saved');
  const segments = await stores.segments('aurora');
  expect(segments.find(({ name }) => name === old)?.description).toBe('');
});

test('saving without a change sends nothing', async ({ panel, sandbox, stores }) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
  await sandbox.clearLog();
  await list.choose('Rename', old);
  await list.dialogButton('Save').click();
  await expect(list.dialog).toBeHidden();
  // Once this later change has been sent, the earlier one would have been, too.
  await list.choose('Rename', old);
  await list.field('Name').fill('Climbers of the north');
  await list.dialogButton('Save').click();
  await expect(list.alerts).toContainText('was saved');
  expect(await stores.changesSent()).toHaveLength(1);
});

test('a name that BigCommerce refuses as taken: the row changes back, the form keeps the text', async ({
  panel,
  otherTab,
  stores,
}) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
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

test('a segment that somebody else has deleted: its row goes, and an alert says why', async ({
  panel,
  sandbox,
  stores,
}) => {
  const list = await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'climbers' }) });
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
