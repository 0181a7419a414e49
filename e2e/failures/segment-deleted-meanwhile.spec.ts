import { AddingPanel } from '../support/adding-panel-object.ts';
import { expect, test } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import type { SegmentScreen } from '../support/segment-screen-object.ts';
import { uiText } from '../support/ui-text.ts';

/* What the screen of a segment says is true, also when somebody deletes the segment meanwhile. */

test.describe.configure({ mode: 'parallel' });
test.use({ expectedErrors: [readErrors(404, 503)], installs: ['aurora'] });

async function expectGone(segment: SegmentScreen, name: string): Promise<void> {
  await expect(segment.alerts.getByRole('article')).toHaveText([
    uiText('segment.gone.alert', { name }),
  ]);
  await expect(segment.heading(uiText('segment.gone.title'))).toBeVisible();
  await expect(segment.heading(uiText('segment.empty.title'))).toBeHidden();
}

for (const goneMembers of ['404', 'empty'] as const) {
  const how = `whose members are then answered with ${goneMembers}`;

  for (const way of ['chosen one by one', 'of a group'] as const) {
    test(`adding customers ${way} to a deleted segment, ${how}, says that it is gone`, async ({
      panel,
      sandbox,
      stores,
    }) => {
      const hash = stores.hash('aurora');
      const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
      await sandbox.setCustomers(hash, { count: 3, firstName: 'Amelia', groupId: 77 });
      await sandbox.set({ goneMembers });
      const segment = await panel.openSegment('aurora', id);
      await expect(segment.heading(uiText('segment.empty.title'))).toBeVisible();
      const adding = new AddingPanel(segment);
      await adding.open();
      if (way === 'of a group') await adding.chooseGroup('Group 77');
      else await adding.choose('Amelia', 3);
      await sandbox.setSegments(hash, { items: [{ name: 'Another' }] });
      await adding.button(way === 'of a group' ? 'Add 3 customers' : 'Add 3 shoppers').click();
      await expectGone(segment, name);
      await expect(adding.root).toBeHidden();
    });
  }

  test(`a deleted segment, ${how}, is not called empty when it is read again`, async ({
    panel,
    sandbox,
    stores,
  }) => {
    const hash = stores.hash('aurora');
    const [{ id = '' } = {}] = await stores.segments('aurora');
    await sandbox.setMembers(hash, id, 120);
    await sandbox.set({ goneMembers });
    const segment = await panel.openSegment('aurora', id);
    await expect(segment.names).toHaveCount(50);
    await sandbox.setSegments(hash, { items: [{ name: 'Another' }] });
    await expect(async () => {
      await segment.focus();
      await expect(segment.heading(uiText('segment.gone.title'))).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(segment.heading(uiText('segment.empty.title'))).toBeHidden();
  });
}

test('removing shoppers from a deleted segment says that it is gone', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(hash, id, 3);
  const segment = await panel.openSegment('aurora', id);
  await segment.askToRemove(0);
  await sandbox.setSegments(hash, { items: [{ name: 'Another' }] });
  await segment.dialogButton('Remove').click();
  await expectGone(segment, name);
});

test('removing everybody from a deleted segment says that it is gone', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(hash, id, 60);
  const segment = await panel.openSegment('aurora', id);
  await segment.selectPage.check();
  await segment.button('Remove all 60').click();
  await sandbox.setSegments(hash, { items: [{ name: 'Another' }] });
  await segment.confirm(60);
  await expectGone(segment, name);
});

test('a segment whose shoppers cannot be read again is not called empty', async ({
  panel,
  sandbox,
  stores,
}) => {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, 0);
  const segment = await panel.openSegment('aurora', id);
  await expect(segment.heading(uiText('segment.empty.title'))).toBeVisible();
  await sandbox.addFault({ path: '/shopper-profiles', fault: '500', times: 1_000 });
  await expect(async () => {
    await segment.focus();
    await expect(segment.heading(uiText('segment.notRead'))).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(segment.heading(uiText('segment.empty.title'))).toBeHidden();
});
