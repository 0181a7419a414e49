import { expect, test } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

test.use({ installs: ['aurora'] });

test('a full store explains why nothing can be created, until something is deleted', async ({
  panel,
  sandbox,
  stores,
}) => {
  await sandbox.setSegments(stores.hash('aurora'), { count: 1_000 });
  const list = await panel.openApp('aurora');
  await list.button('Create segment').click();
  await expect(list.dialog).toContainText('A store can have 1,000 segments, and yours has 1,000.');
  await list.dialogButton('Close').click();
  await list.choose('Delete', 'Segment 0001');
  await list.dialogButton('Delete').click();
  await expect(list.alerts).toContainText('was deleted');
  await list.create('Room again');
  await expect(list.row('Room again')).toBeVisible();
  await expect(list.dialog).toBeHidden();
  expect(await stores.segmentNames('aurora')).toHaveLength(1_000);
});

test('the last segment that a store has room for is created like any other', async ({
  panel,
  sandbox,
  stores,
}) => {
  await sandbox.setSegments(stores.hash('aurora'), { count: 999 });
  const list = await panel.openApp('aurora');
  await list.create('The last one');
  await expect(list.alerts).toContainText('“The last one” was created.');
  await expect(list.dialog).toBeHidden();
  await expect(list.text('1,000 of 1,000 segments')).toBeVisible();
  await list.button('Create segment').click();
  await expect(list.dialog).toContainText('yours has 1,000');
  await list.dialogButton('Close').click();
  await expect(list.dialog).toBeHidden();
});

test('a form that was open before the store was full says so when it is saved', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  await sandbox.setSegments(hash, { count: 999 });
  const list = await panel.openApp('aurora');
  await list.button('Create segment').click();
  await list.field('Name').fill('Too late');
  await list.field('Description').fill('Typed with care');
  const full = uiText('segments.limit.text', { limit: 1_000, count: 1_000 });
  const failed = uiText('segments.form.createFailed', { reason: full });
  await sandbox.setSegments(hash, { count: 1_000 });
  // The browser finds out that the store is full by the first of these refusals.
  for (const segmentCapStatus of [409, 422, 507] as const) {
    await sandbox.set({ segmentCapStatus });
    await sandbox.clearLog();
    await list.dialogButton('Save').click();
    await expect.poll(async () => (await stores.changesSent()).length).toBe(1);
    const alert = list.dialog.getByRole('alert');
    await expect(alert).toContainText(failed);
    await expect(alert).toContainText('reached its limit of 1000 segments');
    await expect(list.field('Name')).toHaveValue('Too late');
    await expect(list.field('Description')).toHaveValue('Typed with care');
  }
  expect(await stores.segmentNames('aurora')).toHaveLength(1_000);
});
