import { added, test } from '../support/adding-fixtures.ts';
import { AddingPanel } from '../support/adding-panel-object.ts';
import { expect } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { uiText } from '../support/ui-text.ts';

test.describe.configure({ mode: 'parallel' });

test.describe('customers with something in common', () => {
  test.use({ customers: { count: 30, groupId: 77, company: 'Tent & Co' } });

  test('all in a group, of a company or created between two dates are counted, then added', async ({
    adding,
    inside,
    sandbox,
    segment,
    stores,
    target,
  }) => {
    const match = (count: number) => adding.root.getByText(uiText('adding.match.count', { count }));
    await sandbox.clearLog();
    await adding.chooseGroup('Group 77');
    await expect(match(30)).toBeVisible();

    const type = adding.root.getByRole('combobox', { name: 'All customers' });
    await type.selectOption('with a company name');
    const company = adding.root.getByLabel('Company name');
    await company.fill('Tent, and Co');
    await expect(company).toHaveAccessibleDescription(uiText('adding.match.several'));
    await company.fill('Boots & Co');
    await expect(match(0)).toBeVisible();
    await company.fill('Tent & Co');
    await expect(match(30)).toBeVisible();

    await type.selectOption('created between two dates');
    const [from, to] = [adding.root.getByLabel('First day'), adding.root.getByLabel('Last day')];
    await from.fill('2026-01-02');
    await to.fill('2026-01-01');
    await expect(to).toHaveAccessibleDescription(uiText('adding.match.reversed'));
    await expect(adding.button('Add 30 customers')).toBeHidden();
    await from.fill('2000-01-01');
    await expect(match(30)).toBeVisible();
    expect(await stores.changesSent()).toEqual([]);

    await adding.button('Add 30 customers').click();
    const alreadyIn = uiText('adding.outcome.alreadyIn', { count: 3 });
    await expect(segment.alerts).toContainText(`${added(27, target)} ${alreadyIn}`);
    await expect(segment.text('30 shoppers')).toBeVisible();
    expect(await inside()).toHaveLength(30);
  });
});

test.describe('10,500 customers', () => {
  test.use({ customers: { count: 10_500, profiles: true, groupId: 77 }, memberCount: 0 });
  test.beforeEach(({ adding }) => adding.chooseGroup('Group 77'));

  test('adding them shows progress, can be cancelled and continued', async ({
    adding,
    inside,
    page,
    segment,
    target,
  }) => {
    const goOn = await holdAction(page, 1);
    await adding.button('Add 10,500 customers').click();
    await expect(adding.progress).toBeVisible();
    // The first step may take as long as a server action is allowed to.
    await expect(adding.root).toContainText(/[1-9][\d,]* of 10,500 customers done/, {
      timeout: 30_000,
    });
    await adding.button('Cancel').click();
    goOn();
    await expect(adding.outcome).toContainText(uiText('adding.outcome.cancelled'));
    const count = (await inside()).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(10_500);
    await expect(adding.outcome).toContainText(added(count, target));
    const left = uiText('adding.outcome.left', { count: 10_500 - count });
    await expect(adding.outcome).toContainText(left);
    await expect(segment.text(`${count.toLocaleString('en')} shoppers`).last()).toBeVisible();

    await adding.button(uiText('adding.outcome.goOn')).click();
    await expect(segment.alerts).toContainText(added(10_500 - count, target), { timeout: 30_000 });
    await expect(adding.outcome).toBeEmpty();
    expect(new Set(await inside()).size).toBe(10_500);
  });

  test('adding them goes on while another screen is open', async ({
    adding,
    inside,
    page,
    panel,
    segment,
    target,
  }) => {
    const goOn = await holdAction(page);
    await adding.button('Add 10,500 customers').click();
    await expect(adding.progress).toBeVisible();
    await segment.back.click();
    await panel.segments.search.fill(target.name);
    goOn();
    await expect(panel.segments.alerts).toContainText(added(10_500, target), { timeout: 40_000 });
    await expect(panel.segments.counts).toHaveText('10,500');
    expect(new Set(await inside()).size).toBe(10_500);
  });
});

test('the panel says that a store has no customer groups', async ({ panel, stores }) => {
  await stores.install('bramble');
  const [{ id = '' } = {}] = await stores.segments('bramble');
  const adding = new AddingPanel(await panel.openSegment('bramble', id));
  await adding.open();
  await adding.root.getByRole('tab', { name: 'By group, company or date' }).click();
  await expect(adding.root).toContainText(uiText('adding.match.noGroups'));
});
