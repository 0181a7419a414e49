import { comeBack, expectNothingLeft, segmentName } from '../support/ended-session.ts';
import { expect, test } from '../support/fixtures.ts';
import { readErrors } from '../support/read-errors.ts';
import { uiText } from '../support/ui-text.ts';

// The browser logs each 401 that these tests bring about.
test.use({ expectedErrors: [readErrors(401)], installs: ['aurora'] });

test('row 21: after uninstalling, the screen is emptied when the user comes back', async ({
  list,
  panel,
  otherTab,
}) => {
  // BigCommerce revokes the token just before it calls the app: a read in between gets a 403.
  await list.counted();
  await otherTab.goTo('aurora', '/apps');
  await otherTab.button('Uninstall').click();
  await expect(otherTab.link('Install')).toBeVisible();
  await comeBack(panel);
  await expectNothingLeft(list);
});

test('row 21: a user who lost access can neither see nor change anything', async ({
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
  await expect(list.text(uiText('segments.form.unsaved', entered))).toBeVisible();
  expect(await stores.segmentNames('aurora')).not.toContain('Too late');
});

test('row 21: other users keep working when one is removed', async ({
  list,
  otherTab,
  sandbox,
  stores,
}) => {
  await otherTab.openApp('aurora', { role: 'staff' });
  await sandbox.removeUser(stores.hash('aurora'), stores.user('aurora', 'staff').id);
  await list.create('Made by the owner');
  await expect(list.row('Made by the owner')).toBeVisible();
});

test('row 21: logging out of the control panel empties the app and ends its session', async ({
  list,
  panel,
  database,
  stores,
}) => {
  await panel.button('Log out').click();
  await expect(list.heading('You are logged out')).toBeVisible();
  await expectNothingLeft(list);
  await expect.poll(() => database.count('sessions', stores.hash('aurora'))).toBe(0);
  await list.reload();
  await expect(list.heading('Open the app again')).toBeVisible();
});

test('an expired session ends when its user comes back', async ({ list, panel, database }) => {
  database.expireSessions();
  await comeBack(panel);
  await expectNothingLeft(list);
});

test('an expired session ends at a change, and the change is not made', async ({
  list,
  database,
  stores,
}) => {
  await list.counted();
  const before = await stores.segments('aurora');
  await list.choose('Delete', `${segmentName}, Alaska`);
  database.expireSessions();
  await list.dialogButton('Delete').click();
  await expect(list.heading('Open the app again')).toBeVisible();
  await expectNothingLeft(list);
  expect(await stores.segments('aurora')).toEqual(before);
});

test('an expired session does not survive a reload of the frame', async ({ list, database }) => {
  database.expireSessions();
  await list.reload();
  await expect(list.heading('Open the app again')).toBeVisible();
  await expectNothingLeft(list);
});

test('opening the app again after a session has expired shows the list', async ({
  list,
  panel,
  database,
}) => {
  database.expireSessions();
  await comeBack(panel);
  await panel.openApp('aurora');
  await expect(list.names).toHaveCount(25);
});
