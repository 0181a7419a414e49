import { test } from '../support/adding-fixtures.ts';
import { expect } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

/* The first customer registered at 9:09 on 1 March in UTC, which is 28 February in the store's zone. */

const timeZone = 'Pacific/Pago_Pago';

test.use({ memberCount: 1 });
test.beforeEach(({ sandbox }) =>
  sandbox.set({ timeZone: { name: timeZone, raw_offset: -39_600 } }),
);

for (const timezoneId of ['America/Los_Angeles', 'Australia/Sydney']) {
  test.describe(`for a merchant in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('a shopper is found by the day that the table shows, and by no other', async ({
      adding,
      segment,
    }) => {
      const since = segment.table.locator('tbody td:nth-child(6)');
      await expect(since).toHaveText('Feb 28, 2021');
      await expect(since.locator('time')).toHaveAttribute('title', /\(Pacific\/Pago_Pago\)$/);

      const ways = adding.root.getByRole('tab', { name: 'By group, company or date' });
      await ways.click();
      await adding.root
        .getByRole('combobox', { name: 'All customers' })
        .selectOption('created between two dates');
      await expect(adding.root).toContainText(uiText('adding.match.timeZone', { timeZone }));
      const [from, to] = [adding.root.getByLabel('First day'), adding.root.getByLabel('Last day')];
      for (const other of ['2021-03-01', '2021-02-27']) {
        await from.fill(other);
        await to.fill(other);
        await expect(adding.root).toContainText(uiText('adding.match.count', { count: 0 }));
      }
      await to.fill('2021-02-28');
      await adding.button('Add 1 customer').click();
      await expect(segment.alerts).toContainText(uiText('adding.outcome.alreadyIn', { count: 1 }));
    });
  });
}
