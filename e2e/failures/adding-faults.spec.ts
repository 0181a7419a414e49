import { added, addingFault, idIn, test } from '../support/adding-fixtures.ts';
import { expect } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { uiText } from '../support/ui-text.ts';

test.describe.configure({ mode: 'parallel' });

test('adding waits for the request limit', async ({ adding, inside, sandbox, segment, target }) => {
  await adding.choose('amelia', 2);
  await sandbox.addFault(addingFault('429', { times: 4, resetMs: 2_000 }));
  await adding.button('Add 2 shoppers').click();
  await expect(adding.root).toContainText(uiText('adding.progress.waiting'));
  await expect(adding.root).toContainText(/It goes on in \d+ seconds?\./);
  await expect(segment.alerts).toContainText(added(2, target));
  expect(await inside()).toHaveLength(5);
});

test('a refusal says why; the customers concerned stay chosen for another try', async ({
  adding,
  inside,
  sandbox,
  segment,
  target,
}) => {
  await adding.choose('amelia', 2);
  const names = await adding.chosen.allTextContents();
  await sandbox.addFault(addingFault('422'));
  await adding.button('Add 2 shoppers').click();
  await expect(adding.outcome).toContainText(added(0, target));
  await expect(adding.outcome).toContainText(uiText('adding.outcome.failed', { count: 2 }));
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

test.describe('when nothing can be read back', () => {
  // The screen's reads of the segment may fail, too.
  test.use({ expectedErrors: [readErrors(503)] });

  test('an unknown outcome is reported as unknown, and another try adds nobody twice', async ({
    adding,
    inside,
    sandbox,
    segment,
    target,
  }) => {
    await adding.choose('amelia', 2);
    await sandbox.addFault({ path: '/v3/', method: 'GET', fault: '500', skip: 1, times: 1_000 });
    await sandbox.addFault(addingFault('5xx-after'));
    await adding.button('Add 2 shoppers').click();
    await expect(adding.outcome).toContainText(uiText('adding.outcome.unknown', { count: 2 }), {
      timeout: 30_000,
    });
    await expect(adding.chosen).toHaveCount(2);
    await sandbox.clearFaults();
    await adding.button('Add 2 shoppers').click();
    await expect(segment.alerts).toContainText(new RegExp(`added to “${target.name}”`));
    expect(await inside()).toHaveLength(5);
  });
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

  test('the choice is kept, and adding works once the connection is back', async ({
    adding,
    context,
    inside,
    segment,
    target,
  }) => {
    await adding.choose('amelia', 2);
    await context.setOffline(true);
    await adding.button('Add 2 shoppers').click();
    await expect(adding.outcome).toContainText(uiText('failures.network'));
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
  await sandbox.deleteCustomer(stores.hash('aurora'), idIn(name ?? ''));
  await adding.button('Add 3 shoppers').click();
  await expect(adding.outcome).toContainText(added(2, target));
  await expect(adding.outcome).toContainText(uiText('adding.outcome.gone'));
  await expect(adding.outcome.getByRole('listitem')).toHaveText([name ?? '']);
  await expect(adding.chosen).toHaveCount(0);
  expect(await inside()).toHaveLength(5);
});

test.describe('when the segment is deleted meanwhile', () => {
  test.use({ expectedErrors: [readErrors(404)] });

  test('adding says so', async ({ adding, sandbox, segment, stores }) => {
    await adding.choose('amelia', 2);
    await sandbox.setSegments(stores.hash('aurora'), { count: 1 });
    await adding.button('Add 2 shoppers').click();
    await expect(
      segment
        .heading('This segment does not exist')
        .or(segment.text(uiText('failures.not-found')))
        .first(),
    ).toBeVisible();
  });
});
