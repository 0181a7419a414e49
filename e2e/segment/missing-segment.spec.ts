import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { readErrors } from '../support/read-errors.ts';
import { uiText } from '../support/ui-text.ts';

test.use({ installs: ['aurora'] });

test('a segment may be empty, and may hold a customer who was deleted', async ({
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

  await segment.askToRemove(1);
  await expect(segment.dialog).toContainText(
    uiText('segment.removal.effectOnDeleted', { count: 1 }),
  );
  await expect(segment.dialog).not.toContainText('stays a customer');
  await segment.dialogButton('Cancel').click();
  await segment.selectPage.check();
  await segment.button('Remove').click();
  await expect(segment.dialog).toContainText(uiText('segment.removal.effectOnSome', { count: 1 }));
  await expect(segment.dialog).not.toContainText('They stay customers');
});

test('a customer without name and address is called by number, and is not called deleted', async ({
  panel,
  sandbox,
  stores,
}) => {
  const hash = stores.hash('aurora');
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setCustomers(hash, { count: 2, unnamed: true });
  await sandbox.setMembers(hash, id, 2);
  const segment = await panel.openSegment('aurora', id);
  await expect(segment.names).toHaveText(['Customer 1', 'Customer 2']);
  await segment.names.first().getByRole('link').click();
  await expect(panel.customer.heading('Customer 1')).toBeVisible();
});

test.describe('when the segment does not exist', () => {
  test.use({ expectedErrors: [readErrors(404)] });

  test('row 19: a segment of another store, or of none, is not found', async ({
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
});

test.describe('when BigCommerce refuses a read', () => {
  test.use({ expectedErrors: [readErrors(403)] });

  test('the screen says why, and can try again', async ({ panel, sandbox, stores }) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    await sandbox.setMembers(stores.hash('aurora'), id, 3);
    await sandbox.set({ segmentation: false });
    const segment = await panel.openSegment('aurora', id);
    await expect(segment.heading('Customer segments are not available')).toBeVisible();
    await expect(segment.text('Enterprise plan')).toBeVisible();
    await sandbox.set({ segmentation: true });
    await segment.button('Try again').click();
    await expect(segment.names).toHaveCount(3);
  });
});

test.describe('when the session has expired', () => {
  test.use({ expectedErrors: [readErrors(401)] });

  test('turning the page empties the screen', async ({ panel, database, sandbox, stores }) => {
    const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
    await sandbox.setMembers(stores.hash('aurora'), id, 160);
    // A read that is still under way would empty the screen first.
    const reads = [
      `/api/segments/${id}?`,
      '/shoppers?page=3&',
      '/shoppers?page=4&',
      '/customer-groups?',
    ].map((part) => panel.page.waitForResponse((answer) => answer.url().includes(part)));
    const segment = await panel.openSegment('aurora', id, {
      deepLink: linkTo.segment(id, { page: 3 }),
    });
    for (const read of reads) await (await read).finished();
    database.expireSessions();
    await segment.button('Previous page').click();
    await expect(segment.heading('Open the app again')).toBeVisible();
    await expect(segment.heading(name)).toBeHidden();
    await expect(segment.table).toBeHidden();
  });
});
