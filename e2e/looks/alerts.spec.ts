import { lasting } from '../support/faults.ts';
import { expect, test } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

test('an alert of success disappears; warnings and errors stay until they are dismissed', async ({
  page,
  panel,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const [{ id = '', name = '' } = {}] = await stores.segments('bramble');
  await sandbox.addFault(lasting('500', { path: `/v3/segments/${id}/` }));
  await page.clock.install();
  const list = await panel.openApp('bramble');
  const alert = (text: string) => list.alerts.getByRole('article').filter({ hasText: text });

  const warning = alert(uiText('segments.shoppers.missing', { count: 1 }));
  await list.sortBy('Shoppers');
  await expect(warning).toBeVisible();
  const error = alert(uiText('segments.outcome.deletedNone'));
  await sandbox.addFault(lasting('422', { method: 'DELETE' }));
  await list.choose('Delete', name);
  await list.dialogButton('Delete').click();
  await expect(error).toBeVisible();
  const success = alert(uiText('segments.outcome.created', { name: 'Beekeepers' }));
  await list.create('Beekeepers');
  await expect(success).toBeVisible();

  // An alert under the pointer stays, too.
  await page.mouse.move(0, 0);
  await page.clock.fastForward('01:00');
  await expect(success).toBeHidden();
  for (const staying of [warning, error]) {
    await expect(staying).toBeVisible();
    await staying.getByRole('button', { name: uiText('ui.alerts.close') }).click();
    await expect(staying).toBeHidden();
  }
});
