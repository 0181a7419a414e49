import { AddingPanel } from '../support/adding-panel-object.ts';
import { expect, test } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

/* Two customers of one name, and a third without an address, can always be told apart. */

const maria = { first_name: 'Maria', last_name: 'Silva' };
const labels = [
  'Maria Silva (maria@shop.test)',
  'Maria Silva (silva@shop.test)',
  'Maria Silva (Customer 3)',
] as const;

test.use({ installs: ['aurora'] });

let id = '';
let name = '';

test.beforeEach(async ({ sandbox, stores }) => {
  const people = ['maria@shop.test', 'silva@shop.test', ''].map((email) => ({ ...maria, email }));
  await sandbox.setCustomers(stores.hash('aurora'), { count: 4, people });
  [{ id = '', name = '' } = {}] = await stores.segments('aurora');
});

test('shoppers of one name are told apart in labels, menus, dialogs and alerts', async ({
  panel,
  sandbox,
  stores,
}) => {
  await sandbox.setMembers(stores.hash('aurora'), id, 3);
  const segment = await panel.openSegment('aurora', id);
  await expect(segment.names).toHaveText(['Maria Silva', 'Maria Silva', 'Maria Silva']);
  for (const label of labels) {
    const box = segment.frame.getByRole('checkbox', { name: `Select ${label}`, exact: true });
    await box.check();
    await expect(segment.actionsFor(label)).toBeVisible();
  }
  await segment.button('Remove').click();
  await expect(segment.dialog.getByRole('listitem')).toHaveText(labels);
  await segment.dialogButton('Cancel').click();

  await segment.actionsFor(labels[1]).click();
  await expect(segment.frame.getByRole('menu')).toHaveAccessibleName(`Actions for ${labels[1]}`);
  await segment.frame.getByRole('menuitem', { name: 'Remove from segment' }).click();
  await expect(segment.dialog).toContainText(`This removes “${labels[1]}” from “${name}”.`);
  await segment.dialogButton('Remove').click();
  await expect(segment.alerts).toContainText(
    uiText('segment.outcome.removedOne', { name: labels[1] }),
  );
});

test('customers of one name are told apart where they are chosen, and where adding failed', async ({
  panel,
  sandbox,
}) => {
  const adding = new AddingPanel(await panel.openSegment('aurora', id));
  await adding.open();
  await adding.choose('Maria Silva', 3);
  await expect(adding.found).toHaveText([
    'Maria Silvamaria@shop.test',
    'Maria Silvasilva@shop.test',
    labels[2],
  ]);
  await expect(adding.chosen).toHaveText(labels);
  for (const label of labels) await expect(adding.button(`Remove ${label}`)).toBeVisible();
  await sandbox.addFault({
    path: '/shopper-profiles',
    method: 'POST',
    times: 1_000,
    fault: '422',
  });
  await adding.button('Add 3 shoppers').click();
  await expect(adding.outcome.getByRole('listitem')).toHaveText(labels);
});

test('what the screen of a customer reports names the address', async ({ panel, sandbox }) => {
  const customer = await panel.openCustomer('aurora', 2);
  await sandbox.addFault({
    path: '/shopper-profiles',
    method: 'POST',
    times: 1_000,
    fault: '422',
  });
  await customer.search.fill(name);
  await customer.box(name).click();
  await expect(customer.alerts).toContainText(
    uiText('customer.outcome.failed.added', { name: labels[1], segment: name }),
  );
});
