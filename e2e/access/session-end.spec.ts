import type { ControlPanel } from '../support/control-panel-tab.ts';
import { expect, test } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { readErrors } from '../support/read-errors.ts';
import type { SegmentsScreen } from '../support/segments-screen.ts';
import { words } from '../support/words.ts';

/** Begins the names of Aurora's first rows. */
const segmentName = 'Birthday this month';

// The server's 401 is the subject here; the browser notes every one on the console.
test.use({ expectedErrors: [readErrors(401)] });

test.beforeEach(({ stores }) => stores.install('aurora'));

async function expectNothingLeft(list: SegmentsScreen): Promise<void> {
  await expect(list.heading('Customer segments')).toBeHidden();
  await expect(list.table).toBeHidden();
  await expect(list.text(segmentName)).toBeHidden();
  const held = await list.root.evaluate(() => Object.values(sessionStorage));
  expect(held).toEqual([]);
}

/** Coming back to the tab reads the list again, though not when it has just been read. */
async function comeBack({ segments }: ControlPanel): Promise<void> {
  await expect(async () => {
    await segments.focus();
    await expect(segments.heading('Open the app again')).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('row 21: an uninstalled app shows nothing once its user comes back', async ({
  panel,
  otherTab,
}) => {
  const list = await panel.openApp('aurora');
  // The token is dead a moment before the app is told: what is read then is refused with 403.
  await list.counted();
  await otherTab.goTo('aurora', '/apps');
  await otherTab.button('Uninstall').click();
  await expect(otherTab.link('Install')).toBeVisible();
  await comeBack(panel);
  await expectNothingLeft(list);
});

test('row 21: a user without access any more can neither see nor change', async ({
  panel,
  otherTab,
  stores,
}) => {
  const list = await panel.openApp('aurora', { role: 'staff' });
  await list.counted();
  await list.button('Create segment').click();
  await list.field('Name').fill('Too late');
  await list.field('Description').fill('For those who come');
  await otherTab.goTo('aurora', '/users');
  await otherTab.button(`Revoke access of ${stores.user('aurora', 'staff').name}`).click();
  await list.dialogButton('Save').click();
  await expect(list.heading('Open the app again')).toBeFocused();
  await expectNothingLeft(list);
  const entered = { name: 'Too late', description: 'For those who come', changed: 'both' };
  await expect(list.text(words('segments.form.entered', entered))).toBeVisible();
  expect(await stores.segmentNames('aurora')).not.toContain('Too late');
});

test('row 21: others keep working when one user is removed', async ({
  panel,
  otherTab,
  sandbox,
  stores,
}) => {
  const list = await panel.openApp('aurora');
  await otherTab.openApp('aurora', { role: 'staff' });
  await sandbox.removeUser(stores.hash('aurora'), stores.user('aurora', 'staff').id);
  await list.create('Made by the owner');
  await expect(list.row('Made by the owner')).toBeVisible();
});

test('row 21: logging out of the control panel empties the app and ends its session', async ({
  panel,
  database,
  stores,
}) => {
  const list = await panel.openApp('aurora');
  await panel.button('Log out').click();
  await expect(list.heading('You are logged out')).toBeVisible();
  await expectNothingLeft(list);
  await expect.poll(() => database.count('sessions', stores.hash('aurora'))).toBe(0);
  await list.reload();
  await expect(list.heading('Open the app again')).toBeVisible();
});

test('an expired session ends when its user comes back', async ({ panel, database }) => {
  const list = await panel.openApp('aurora');
  database.expireSessions();
  await comeBack(panel);
  await expectNothingLeft(list);
});

test.describe('what was typed in vain', () => {
  const entered = words('segments.form.entered', {
    changed: 'name',
    name: 'Half a na',
    description: '',
  });

  test('in a form that is open can still be read, until a log-out', async ({ panel, database }) => {
    const list = await panel.openApp('aurora');
    await list.button('Create segment').click();
    await list.field('Name').fill('Half a na');
    database.expireSessions();
    await comeBack(panel);
    await expect(list.text(entered)).toBeVisible();
    await panel.button('Log out').click();
    await expect(list.heading('You are logged out')).toBeVisible();
    await expect(list.text('Half a na')).toBeHidden();
  });

  test('in a form that was saved and is closed can still be read', async ({ panel, database }) => {
    const list = await panel.openApp('aurora');
    await list.counted();
    await list.choose('Rename', `${segmentName}, Alaska`);
    await list.field('Name').fill('Half a na');
    database.expireSessions();
    await list.dialogButton('Save').click();
    await expect(list.text(entered)).toBeVisible();
    await expect(list.text(segmentName)).toBeHidden();
  });

  test('is not shown after a log-out, even if it is refused only then', async ({ panel, page }) => {
    const list = await panel.openApp('aurora');
    await list.counted();
    const release = await holdAction(page);
    await list.choose('Rename', `${segmentName}, Alaska`);
    await list.field('Name').fill('Half a na');
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await list.dialogButton('Save').click();
    const url = (await asked).url();
    await panel.button('Log out').click();
    await expect(list.heading('You are logged out')).toBeVisible();
    release();
    await list.hasRead(url);
    await expect(list.heading('You are logged out')).toBeVisible();
    await expect(list.text('Half a na')).toBeHidden();
  });

  test('and given up is gone', async ({ panel, database }) => {
    const list = await panel.openApp('aurora');
    await list.button('Create segment').click();
    await list.field('Name').fill('Half a na');
    await list.dialogButton('Cancel').click();
    await expect(list.dialog).toBeHidden();
    database.expireSessions();
    await comeBack(panel);
    await expect(list.text('Half a na')).toBeHidden();
  });

  test('is all there is to read: nothing that the store holds', async ({
    panel,
    database,
    stores,
  }) => {
    const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
    const { segment, segments: list } = panel;
    for (const typed of ['', 'Half a description']) {
      await panel.openSegment('aurora', id);
      await segment.button('Rename').click();
      await expect(segment.field('Name')).toHaveValue(name);
      if (typed) await segment.field('Description').fill(typed);
      database.expireSessions();
      await comeBack(panel);
      await expect(list.text(name)).toBeHidden();
      await expectNothingLeft(list);
      const said = words('segments.form.entered', {
        changed: 'description',
        description: typed,
        name,
      });
      await expect(list.text(said)).toBeVisible({ visible: typed !== '' });
    }
  });
});

test('an expired session ends at a change, and the change is not made', async ({
  panel,
  database,
  stores,
}) => {
  const list = await panel.openApp('aurora');
  await list.counted();
  const before = await stores.segments('aurora');
  await list.choose('Delete', `${segmentName}, Alaska`);
  database.expireSessions();
  await list.dialogButton('Delete').click();
  await expect(list.heading('Open the app again')).toBeVisible();
  await expectNothingLeft(list);
  expect(await stores.segments('aurora')).toEqual(before);
});

test('an expired session does not survive a reload of the frame', async ({ panel, database }) => {
  const list = await panel.openApp('aurora');
  database.expireSessions();
  await list.reload();
  await expect(list.heading('Open the app again')).toBeVisible();
  await expectNothingLeft(list);
});

test('opening the app again goes on where the store stands', async ({ panel, database }) => {
  const list = await panel.openApp('aurora');
  database.expireSessions();
  await comeBack(panel);
  await panel.openApp('aurora');
  await expect(list.names).toHaveCount(25);
});
