import type { NewFaultRule } from './sandbox/faults/fault-rules.ts';
import type { Fault } from './support/faults.ts';
import { test as base, expect } from './support/fixtures.ts';
import { readErrors } from './support/read-errors.ts';
import type { SegmentScreen } from './support/segment-screen.ts';
import { words } from './support/words.ts';

interface Fixtures {
  memberCount: number;
  /** The profile ids of those in the segment. */
  members: () => Promise<string[]>;
  /** A segment with so many members, opened. */
  segment: SegmentScreen;
}

/** Each reason once; a 401 is the end of all talk with BigCommerce, and comes last. */
const refusals = [
  ['403', 'not-permitted'],
  ['413', 'too-large'],
  ['422', 'invalid'],
  ['429', 'rate-limited'],
  ['500', 'unavailable'],
  ['cut', 'unavailable'],
  ['401', 'reinstall-required'],
] as const;

const lostAnswers = ['cut-after', '5xx-after', 'partial', 'slow', 'malformed-json'] as const;

const test = base.extend<Fixtures>({
  memberCount: [3, { option: true }],
  members: async ({ memberCount, sandbox, stores }, use) => {
    await stores.install('aurora');
    const hash = stores.hash('aurora');
    const [{ id = '' } = {}] = await stores.segments('aurora');
    await sandbox.setMembers(hash, id, memberCount);
    await use(async () => (await sandbox.shoppers(hash)).members[id] ?? []);
  },
  segment: async ({ memberCount, members: _, panel, stores }, use) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    const segment = await panel.openSegment('aurora', id);
    await expect(segment.names).toHaveCount(Math.min(50, memberCount));
    await use(segment);
  },
});

/** BigCommerce stays like this for as long as a test lasts. */
function spoilt(fault: Fault, rule: Partial<NewFaultRule> = {}): NewFaultRule {
  const path = '/v3/segments/[^/]+/shopper-profiles';
  return { path, method: 'DELETE', times: 1_000, resetMs: 200, delayMs: 800, ...rule, fault };
}

test('removing one shopper takes this one and no other', async ({ segment, members }) => {
  const [first, ...others] = await members();
  const [name] = await segment.names.allTextContents();
  await segment.askToRemove(0);
  await expect(segment.dialog).toContainText(`This removes “${name}” from “`);
  await expect(segment.dialog).toContainText('promotions that use this segment are affected');
  await expect(segment.dialog).toContainText('To undo this, add the shopper again.');
  await segment.dialogButton('Cancel').click();
  expect(await members()).toEqual([first, ...others]);
  await segment.removeOne(0);
  await expect(segment.names).toHaveCount(2);
  await expect(segment.alerts).toContainText(`“${name}” was removed from the segment.`);
  await expect(segment.text('2 shoppers')).toBeVisible();
  expect(await members()).toEqual(others);
});

test.describe('120 shoppers', () => {
  test.use({ memberCount: 120 });

  test('removing several asks for their number and reaches over pages', async ({
    segment,
    members,
    sandbox,
  }) => {
    const before = await members();
    await sandbox.clearLog();
    await segment.select(1);
    await segment.select(2);
    await segment.button('Next page').click();
    await expect(segment.text('51–100 of 120')).toBeVisible();
    await expect(segment.table).toHaveAttribute('aria-busy', 'false');
    await segment.selectPage.check();
    await expect(segment.text('52 selected')).toBeVisible();
    await segment.select(4);
    await segment.table.locator('tbody').getByRole('checkbox').nth(4).uncheck();
    await expect(segment.selectPage).toBeChecked({ indeterminate: true });
    await segment.button('Remove').click();
    const confirmation = segment.dialog.getByRole('textbox', { name: 'Type 51 to confirm' });
    await confirmation.fill('50');
    await segment.dialogButton('Remove').click();
    await expect(confirmation).toHaveAccessibleDescription(
      'Type 51 to confirm that you mean all of them.',
    );
    await expect(confirmation).toBeFocused();
    await confirmation.fill('51');
    await confirmation.press('Enter');
    await expect(segment.alerts).toContainText('51 shoppers were removed from the segment.');
    await expect(segment.text('69 shoppers')).toBeVisible();
    await expect(segment.names).toHaveCount(19);
    const gone = new Set([...before.slice(1, 3), ...before.slice(50, 100)]);
    gone.delete(before[54] ?? '');
    expect(await members()).toEqual(before.filter((id) => !gone.has(id)));
  });

  test('removing all takes those there were, by id', async ({ segment, members, sandbox }) => {
    const before = await members();
    await sandbox.clearLog();
    await segment.selectPage.check();
    await segment.button('Remove all 120').click();
    await expect(segment.dialog).toContainText('This removes all 120 shoppers from “');
    await segment.confirm(120);
    await expect(segment.alerts).toContainText('120 shoppers were removed from the segment.');
    await expect(segment.heading('No shoppers in this segment yet')).toBeVisible();
    expect(await members()).toEqual([]);
    const deletions = (await sandbox.log()).filter(({ method }) => method === 'DELETE');
    const named = deletions.flatMap(({ path }) =>
      (new URL(path, 'http://sandbox').searchParams.get('id:in') ?? '').split(','),
    );
    expect(named.toSorted()).toEqual(before.toSorted());
  });

  test('those found can be removed, and who is out is not found again', async ({
    segment,
    members,
  }) => {
    const name = await segment.name(5);
    await segment.find.fill(name);
    await expect(segment.text(/^\d+ shoppers? found$/)).toBeVisible();
    const found = await segment.names.count();
    await segment.selectPage.check();
    if (found === 1) {
      await segment.button('Remove').click();
      await segment.dialogButton('Remove').click();
    } else {
      await segment.removeSelected(found);
    }
    await expect(segment.alerts).toContainText('removed from the segment.');
    await expect(segment.heading(words('segment.find.nothingTitle'))).toBeVisible();
    expect(await members()).toHaveLength(120 - found);
  });
});

test.describe('5,000 shoppers', () => {
  test.use({ memberCount: 5_000 });

  test('removing all of many shows how far it is and can be cancelled', async ({
    segment,
    members,
    sandbox,
  }) => {
    await sandbox.set({ latencyMs: 150 });
    await segment.selectPage.check();
    await segment.button('Remove all 5,000').click();
    await segment.confirm(5_000);
    const progress = segment.frame.getByRole('progressbar');
    await expect(progress).toBeVisible();
    await expect(segment.text(/^Removed [1-9][\d,]* of 5,000 shoppers$/)).toBeVisible();
    await segment.button('Cancel').click();
    await expect(segment.alerts).toContainText('You cancelled the rest.');
    await expect(progress).toBeHidden();
    const left = (await members()).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(5_000);
    const said = new Intl.NumberFormat('en-US').format(5_000 - left);
    await expect(segment.alerts).toContainText(`${said} of 5,000 shoppers were removed.`);
    await expect(segment.alerts).toContainText(
      `${left.toLocaleString('en-US')} shoppers are still`,
    );
  });
});

test.describe('BigCommerce fails', () => {
  // After a 401 all reads are refused.
  test.use({ expectedErrors: [readErrors(403)] });

  test('refusals: nobody is removed, and the merchant reads why', async ({
    segment,
    members,
    sandbox,
  }) => {
    const before = await members();
    const names = await segment.names.allTextContents();
    for (const [fault, code] of refusals) {
      await test.step(fault, async () => {
        await sandbox.addFault(spoilt(fault));
        await segment.removeOne(1);
        const alert = segment.alerts.getByRole('article').last();
        await expect(alert).toContainText(words('segment.outcome.removedNone'));
        await expect(alert).toContainText(words(`failure.${code}`));
        await expect(alert).toContainText(words('segment.outcome.kept', { count: 1 }));
        await expect(segment.names).toHaveText(names);
        await alert.getByRole('button').click();
        await sandbox.clearFaults();
      });
    }
    expect(await members()).toEqual(before);
  });

  test.describe(() => {
    test.use({ memberCount: lostAnswers.length + 1 });

    test('lost answers: each shopper is removed, and said to be', async ({
      segment,
      members,
      sandbox,
    }) => {
      const before = await members();
      for (const fault of lostAnswers) {
        await test.step(fault, async () => {
          const name = await segment.name(0);
          await sandbox.addFault(spoilt(fault, { times: 1 }));
          await segment.removeOne(0);
          const alert = segment.alerts.getByRole('article').last();
          await expect(alert).toContainText(words('segment.outcome.removedOne', { name }));
          await alert.getByRole('button').click();
        });
      }
      await expect(segment.text('1 shopper')).toBeVisible();
      expect(await members()).toEqual(before.slice(-1));
    });
  });
});

test.describe('the app does not answer', () => {
  test.use({ expectedErrors: [/ERR_FAILED .*\/stores\//] });

  test('no answer from the app itself: what came of it is read', async ({
    segment,
    members,
    page,
  }) => {
    const [gone, stays] = await segment.names.allTextContents();
    const before = await members();
    await page.route(/\/stores\//, async (route) => {
      if (route.request().method() === 'POST') await route.fetch();
      await route.abort();
    });
    await segment.removeOne(0);
    await expect(segment.alerts).toContainText(
      words('segment.outcome.removedOne', { name: gone ?? '' }),
    );
    await page.unroute(/\/stores\//);
    await page.route(/\/stores\//, (route) => route.abort());
    await segment.removeOne(0);
    await expect(segment.alerts).toContainText(words('segment.outcome.kept', { count: 1 }));
    await expect(segment.names.first()).toHaveText(stays ?? '');
    expect(await members()).toEqual(before.slice(1));
  });
});
