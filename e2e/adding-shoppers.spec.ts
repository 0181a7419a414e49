import type { Request } from '@playwright/test';
import type { CustomersRequest } from './sandbox/control/control-requests.ts';
import type { NewFaultRule } from './sandbox/faults/fault-rules.ts';
import { AddingPanel } from './support/adding-panel.ts';
import type { Fault } from './support/faults.ts';
import { test as base, expect } from './support/fixtures.ts';
import { readErrors } from './support/read-errors.ts';
import type { SegmentScreen } from './support/segment-screen.ts';
import { words } from './support/words.ts';

interface Fixtures {
  /** The store's customers, if not its own. */
  customers: CustomersRequest | undefined;
  /** How many are in the segment at first. */
  memberCount: number;
  /** The segment to add to. */
  target: { id: string; name: string };
  /** The ids of the customers who are in it at BigCommerce. */
  inside: () => Promise<number[]>;
  segment: SegmentScreen;
  /** Open, beside the segment. */
  adding: AddingPanel;
}

const test = base.extend<Fixtures>({
  customers: [undefined, { option: true }],
  memberCount: [3, { option: true }],
  target: async ({ customers, memberCount, sandbox, stores }, use) => {
    await stores.install('aurora');
    if (customers) await sandbox.setCustomers(stores.hash('aurora'), customers);
    const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
    await sandbox.setMembers(stores.hash('aurora'), id, memberCount);
    await use({ id, name });
  },
  inside: async ({ target, sandbox, stores }, use) => {
    await use(async () => {
      const { members, profiles } = await sandbox.shoppers(stores.hash('aurora'));
      const inSegment = new Set(members[target.id]);
      return profiles.filter(({ id }) => inSegment.has(id)).map((profile) => profile.customer_id);
    });
  },
  segment: async ({ target, panel }, use) => use(await panel.openSegment('aurora', target.id)),
  adding: async ({ segment }, use) => {
    const adding = new AddingPanel(segment);
    await adding.open();
    await use(adding);
  },
});

test.describe.configure({ mode: 'parallel' });

/** BigCommerce stays like this for as long as a test lasts. */
function spoilt(fault: Fault, rule: Partial<NewFaultRule> = {}): NewFaultRule {
  return { path: '/shopper-profiles', method: 'POST', times: 1_000, ...rule, fault };
}

const added = (count: number, { name }: { name: string }) =>
  words('adding.outcome.added', { count, segment: name });

/** The stand-in's customers have their ids in their addresses. */
function idIn(text: string): number {
  return Number(text.match(/(\d+)(\+shop)?@/)?.[1]);
}

test('several are found by name or address and added; who is in cannot be chosen', async ({
  adding,
  inside,
  page,
  segment,
  target,
}) => {
  const before = await inside();
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/customers?')) searches.push(request.url());
  });
  await expect(adding.search).toBeFocused();
  await adding.search.pressSequentially('amelia', { delay: 50 });
  await expect(adding.root).toContainText(words('adding.search.more'));
  expect(searches).toHaveLength(1);
  await adding.choose('amelia', 2);
  await adding.choose('kenji');
  const address = await adding.address(5);
  await adding.choose(address);
  await expect(adding.found).toHaveCount(1);
  await expect(adding.chosen).toHaveCount(4);
  await adding.chosen
    .first()
    .getByRole('button', { name: /^Remove Amelia / })
    .click();
  await adding.button('Add 3 shoppers').dblclick();

  await expect(segment.alerts).toContainText(added(3, target));
  await expect(adding.chosen).toHaveCount(0);
  await expect(segment.text('6 shoppers')).toBeVisible();
  const after = await inside();
  expect(after).toHaveLength(6);
  expect(after).toEqual(expect.arrayContaining([...before, idIn(address)]));
  await expect(adding.found).toContainText(words('adding.search.alreadyIn'));
  await expect(adding.found.getByRole('checkbox')).toBeDisabled();
});

test('a search says what it found; one that is overtaken is given up', async ({ adding, page }) => {
  await page.route(/search=hannah/, () => {});
  const isHannah = (request: Request) => request.url().includes('search=hannah');
  const asked = page.waitForRequest(isHannah);
  const givenUp = page.waitForEvent('requestfailed', isHannah);
  await adding.search.fill('hannah');
  await asked;
  await adding.search.fill('nobody at all');
  await givenUp;
  await expect(adding.root).toContainText('No customer found for “nobody at all”.');
  await adding.search.fill('x');
  await expect(adding.root).not.toContainText('found');
});

test.describe('BigCommerce fails at a search', () => {
  test.use({ expectedErrors: [readErrors(503)] });

  test('says why, and searches again when asked', async ({ adding, sandbox }) => {
    await sandbox.addFault({ path: '/v3/customers', fault: '500', times: 20 });
    await adding.search.fill('amelia');
    await expect(adding.root).toContainText(words('failure.unavailable'));
    await sandbox.clearFaults();
    await adding.button(words('adding.search.retry')).click();
    await expect(adding.found.first()).toContainText('Amelia');
  });
});

test('without a mouse', async ({ adding, inside, page, segment, target }) => {
  const { keyboard } = page;
  const before = await inside();
  await expect(adding.search).toBeFocused();
  await keyboard.type('amelia');
  await expect(adding.found.first()).toBeVisible();
  await keyboard.press('Tab');
  while (await segment.frame.locator(':focus:not([type=checkbox])').count()) {
    await keyboard.press('Tab');
  }
  await keyboard.press('Space');
  await expect(adding.chosen).toHaveCount(1);
  await adding.button('Add 1 shopper').focus();
  await keyboard.press('Enter');
  await expect(segment.alerts).toContainText(added(1, target));
  expect(await inside()).toHaveLength(before.length + 1);

  await adding.root.getByRole('tab', { name: 'Search' }).focus();
  await keyboard.press('ArrowRight');
  const other = adding.root.getByRole('tab', { name: 'By group, company or date' });
  await expect(other).toBeFocused();
  await expect(other).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowRight');
  await expect(adding.search).toBeVisible();
  await adding.button('Close').focus();
  await keyboard.press('Enter');
  await expect(adding.root).toBeHidden();
  await expect(segment.button('Add shoppers')).toBeFocused();
});

test.describe('customers with something in common', () => {
  test.use({ customers: { count: 30, groupId: 77, company: 'Tent & Co' } });

  test('in group, company or time of registration are counted, then added', async ({
    adding,
    inside,
    sandbox,
    segment,
    stores,
    target,
  }) => {
    const match = (count: number) => adding.root.getByText(words('adding.match.count', { count }));
    await sandbox.clearLog();
    await adding.chooseGroup('Group 77');
    await expect(match(30)).toBeVisible();

    const type = adding.root.getByRole('combobox', { name: 'All customers' });
    await type.selectOption('with a company name');
    const company = adding.root.getByLabel('Company name');
    await company.fill('Tent, and Co');
    await expect(company).toHaveAccessibleDescription(words('adding.match.several'));
    await company.fill('Boots & Co');
    await expect(match(0)).toBeVisible();
    await company.fill('Tent & Co');
    await expect(match(30)).toBeVisible();

    await type.selectOption('created between two dates');
    const [from, to] = [adding.root.getByLabel('First day'), adding.root.getByLabel('Last day')];
    await from.fill('2026-01-02');
    await to.fill('2026-01-01');
    await expect(to).toHaveAccessibleDescription(words('adding.match.reversed'));
    await expect(adding.button('Add 30 customers')).toBeHidden();
    await from.fill('2000-01-01');
    await expect(match(30)).toBeVisible();
    expect(await stores.changesSent()).toEqual([]);

    await adding.button('Add 30 customers').click();
    const alreadyIn = words('adding.outcome.alreadyIn', { count: 3 });
    await expect(segment.alerts).toContainText(`${added(27, target)} ${alreadyIn}`);
    await expect(segment.text('30 shoppers')).toBeVisible();
    expect(await inside()).toHaveLength(30);
  });
});

test.describe('thousands', () => {
  test.use({ customers: { count: 5_500, profiles: true, groupId: 77 }, memberCount: 0 });
  test.beforeEach(async ({ adding, sandbox }) => {
    await adding.chooseGroup('Group 77');
    await sandbox.set({ latencyMs: 150 });
    await adding.button('Add 5,500 customers').click();
  });

  test('show how far it is, can be cancelled, and gone on with', async ({
    adding,
    inside,
    sandbox,
    segment,
    target,
  }) => {
    await expect(adding.progress).toBeVisible();
    await expect(adding.root).toContainText(/Dealt with \d[\d,]* of 5,500 customers/);
    await adding.button('Cancel').click();
    await expect(adding.outcome).toContainText(words('adding.outcome.cancelled'));
    const count = (await inside()).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(5_500);
    await expect(adding.outcome).toContainText(added(count, target));
    const left = words('adding.outcome.left', { count: 5_500 - count });
    await expect(adding.outcome).toContainText(left);
    await expect(segment.text(`${count.toLocaleString('en')} shoppers`).last()).toBeVisible();

    await sandbox.set({ latencyMs: 0 });
    await adding.button(words('adding.outcome.goOn')).click();
    await expect(segment.alerts).toContainText(added(5_500 - count, target), { timeout: 30_000 });
    await expect(adding.outcome).toBeEmpty();
    expect(new Set(await inside()).size).toBe(5_500);
  });

  test('are added while another screen is looked at', async ({
    adding,
    inside,
    panel,
    segment,
    target,
  }) => {
    await expect(adding.progress).toBeVisible();
    await segment.back.click();
    await panel.segments.search.fill(target.name);
    await expect(panel.segments.alerts).toContainText(added(5_500, target), { timeout: 40_000 });
    await expect(panel.segments.counts).toHaveText('5,500');
    expect(new Set(await inside()).size).toBe(5_500);
  });
});

test('the request limit is waited for', async ({ adding, inside, sandbox, segment, target }) => {
  await adding.choose('amelia', 2);
  await sandbox.addFault(spoilt('429', { times: 4, resetMs: 2_000 }));
  await adding.button('Add 2 shoppers').click();
  await expect(adding.root).toContainText(words('adding.progress.waiting'));
  await expect(adding.root).toContainText(/It goes on in \d+ seconds?\./);
  await expect(segment.alerts).toContainText(added(2, target));
  expect(await inside()).toHaveLength(5);
});

test('a refusal is put into words; whom it met stay chosen for another try', async ({
  adding,
  inside,
  sandbox,
  segment,
  target,
}) => {
  await adding.choose('amelia', 2);
  const names = await adding.chosen.allTextContents();
  await sandbox.addFault(spoilt('422'));
  await adding.button('Add 2 shoppers').click();
  await expect(adding.outcome).toContainText(added(0, target));
  await expect(adding.outcome).toContainText(words('adding.outcome.failed', { count: 2 }));
  await expect(adding.outcome).toContainText(/BigCommerce refused: |does not accept/);
  await expect(adding.outcome.getByRole('listitem')).toHaveText(names);
  await expect(adding.chosen).toHaveText(names);
  expect(await inside()).toHaveLength(3);

  await sandbox.clearFaults();
  await adding.button('Add 2 shoppers').click();
  await expect(segment.alerts).toContainText(added(2, target));
  await expect(adding.outcome).toBeEmpty();
  expect(await inside()).toHaveLength(5);
});

test('what nobody can tell is said to be unclear, and another try adds nobody twice', async ({
  adding,
  inside,
  sandbox,
  segment,
  target,
}) => {
  await adding.choose('amelia', 2);
  await sandbox.addFault({ path: '/v3/', method: 'GET', fault: '500', skip: 1, times: 1_000 });
  await sandbox.addFault(spoilt('5xx-after'));
  await adding.button('Add 2 shoppers').click();
  await expect(adding.outcome).toContainText(words('adding.outcome.unknown', { count: 2 }), {
    timeout: 30_000,
  });
  await expect(adding.chosen).toHaveCount(2);
  await sandbox.clearFaults();
  await adding.button('Add 2 shoppers').click();
  await expect(segment.alerts).toContainText(new RegExp(`added to “${target.name}”`));
  expect(await inside()).toHaveLength(5);
});

test.describe('no connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

  test('nothing is lost, and it works once the connection is back', async ({
    adding,
    context,
    inside,
    segment,
    target,
  }) => {
    await adding.choose('amelia', 2);
    await context.setOffline(true);
    await adding.button('Add 2 shoppers').click();
    await expect(adding.outcome).toContainText(words('failure.network'));
    await expect(adding.chosen).toHaveCount(2);
    await context.setOffline(false);
    await adding.button('Add 2 shoppers').click();
    await expect(segment.alerts).toContainText(added(2, target));
    expect(await inside()).toHaveLength(5);
  });
});

test('a customer deleted meanwhile is named, and the others are added', async ({
  adding,
  inside,
  sandbox,
  stores,
  target,
}) => {
  await adding.choose('amelia', 3);
  const [, name] = await adding.chosen.allTextContents();
  const rows = await adding.found.allTextContents();
  const row = rows.find((text) => text.startsWith(name ?? '')) ?? '';
  await sandbox.deleteCustomer(stores.hash('aurora'), idIn(row));
  await adding.button('Add 3 shoppers').click();
  await expect(adding.outcome).toContainText(added(2, target));
  await expect(adding.outcome).toContainText(words('adding.outcome.gone'));
  await expect(adding.outcome.getByRole('listitem')).toHaveText([name ?? '']);
  await expect(adding.chosen).toHaveCount(0);
  expect(await inside()).toHaveLength(5);
});

test.describe('the segment is deleted meanwhile', () => {
  test.use({ expectedErrors: [readErrors(404)] });

  test('says so', async ({ adding, sandbox, segment, stores }) => {
    await adding.choose('amelia', 2);
    await sandbox.setSegments(stores.hash('aurora'), { count: 1 });
    await adding.button('Add 2 shoppers').click();
    await expect(
      segment
        .heading('This segment does not exist')
        .or(segment.text(words('failure.not-found')))
        .first(),
    ).toBeVisible();
  });
});

test('a store without customer groups says so', async ({ panel, stores }) => {
  await stores.install('bramble');
  const [{ id = '' } = {}] = await stores.segments('bramble');
  const adding = new AddingPanel(await panel.openSegment('bramble', id));
  await adding.open();
  await adding.root.getByRole('tab', { name: 'By group, company or date' }).click();
  await expect(adding.root).toContainText(words('adding.match.noGroups'));
});
