import { AddingPanel } from '../support/adding-panel-object.ts';
import { expect, test } from '../support/fixtures.ts';

const image = '<img src=x onerror="window.pwned=1">';
const script = '</script><script>window.pwned=1</script>';
const sneaky = [
  image,
  script,
  '<svg/onload=window.pwned=1>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '<b>bold</b> &amp; &lt;i&gt;',
  'javascript:window.pwned=1',
  '$undefined',
  '{count, plural, one {#} other {#}}',
];

test.beforeEach(async ({ stores, sandbox }) => {
  await stores.install('aurora');
  const items = sneaky.map((name) => ({ name, description: `About ${name}` }));
  await sandbox.setSegments(stores.hash('aurora'), { items });
});

test('row 34: markup in names and descriptions is shown as text in lists, dialogs and alerts', async ({
  page,
  panel,
  stores,
}) => {
  const list = await panel.openApp('aurora');
  await expect(list.names).toHaveText(sneaky.toSorted(new Intl.Collator('en').compare), {
    useInnerText: true,
  });
  for (const name of sneaky) await expect(list.row(name)).toContainText(`About ${name}`);

  await list.choose('Rename', image);
  await expect(list.field('Name')).toHaveValue(image);
  await list.field('Name').fill(`${image}${script}`);
  await list.dialogButton('Save').click();
  await expect(list.row(`${image}${script}`)).toBeVisible();
  await list.choose('Delete', `${image}${script}`);
  await expect(list.dialog).toContainText(`${image}${script}`);
  await list.dialogButton('Delete').click();
  await expect(list.alerts).toContainText(`“${image}${script}” was deleted.`);
  await expect(list.row(`${image}${script}`)).toBeHidden();
  await list.create(`${script} made here`, image);
  await expect(list.row(`${script} made here`)).toContainText(image);
  expect(await stores.segmentNames('aurora')).toContain(`${script} made here`);

  await list.search.fill('<img');
  await expect(list.names).toHaveCount(1);
  await list.search.fill(`nothing has ${image}`);
  await expect(list.text(`contains “nothing has ${image}”`)).toBeVisible();
  expect(await list.root.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await list.root.locator('img[src="x"], b, i').count()).toBe(0);
  // The markup did not reach the control panel either.
  expect(await page.locator('img[src="x"]').count()).toBe(0);

  const customer = await panel.openCustomer('aurora', 1);
  await customer.box(`${script} made here`).check();
  await expect(customer.status(`Added to “${script} made here”.`)).toBeVisible();
  await expect(customer.list).toContainText(sneaky[3] ?? '');
  expect(await customer.root.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await customer.root.locator('img[src="x"], b').count()).toBe(0);
});

test('row 34: markup in the name of a customer is shown as text', async ({
  panel,
  sandbox,
  stores,
}) => {
  await sandbox.setCustomers(stores.hash('aurora'), { count: 1, firstName: image });
  const screen = await panel.openCustomer('aurora', 1);
  await expect(screen.frame.getByRole('heading', { level: 1 })).toContainText(image);
  expect(await screen.root.evaluate(() => document.title)).toContain(image);
  expect(await screen.root.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await screen.root.locator('img[src="x"]').count()).toBe(0);
});

test('row 34: markup is shown as text where shoppers are added', async ({
  panel,
  sandbox,
  stores,
}) => {
  await sandbox.setCustomers(stores.hash('aurora'), {
    count: 1,
    firstName: image,
    company: script,
  });
  const [{ id = '' } = {}] = await stores.segments('aurora');
  const adding = new AddingPanel(await panel.openSegment('aurora', id));
  await adding.open();
  await adding.choose('onerror');
  await expect(adding.found).toContainText(script);
  await expect(adding.chosen).toContainText(image);
  await adding.search.fill('<img src=y>');
  await expect(adding.root).toContainText('“<img src=y>”');
  expect(await adding.root.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await adding.root.locator('img').count()).toBe(0);
});

test('row 34: markup in names is escaped in the first HTML and in the answers of the API', async ({
  app,
  stores,
}) => {
  const { html, token } = await stores.open('aurora');
  for (const tag of ['<img', '<svg/onload', '<b>bold', '</script><script>window']) {
    expect(html).not.toContain(tag);
  }
  const answer = await app.segments(token);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(await answer.text()).toContain(JSON.stringify(image));
});
