import { comeBack, expectNothingLeft, segmentName } from '../support/ended-session.ts';
import { expect, test } from '../support/fixtures.ts';
import { holdAction } from '../support/hold-action.ts';
import { readErrors } from '../support/read-errors.ts';
import { uiText } from '../support/ui-text.ts';

/* Text that was typed but not saved when the session ended. */

// The browser logs each 401 that these tests bring about.
test.use({ expectedErrors: [readErrors(401)], installs: ['aurora'] });

const entered = uiText('segments.form.unsaved', {
  changed: 'name',
  name: 'Half a na',
  description: '',
});

test('text in an open form can still be read, until logging out', async ({
  list,
  panel,
  database,
}) => {
  await list.button('Create segment').click();
  await list.field('Name').fill('Half a na');
  database.expireSessions();
  await comeBack(panel);
  await expect(list.text(entered)).toBeVisible();
  await panel.button('Log out').click();
  await expect(list.heading('You are logged out')).toBeVisible();
  await expect(list.text('Half a na')).toBeHidden();
});

test('text of a form that was closed by saving can still be read', async ({ list, database }) => {
  await list.counted();
  await list.choose('Rename', `${segmentName}, Alaska`);
  await list.field('Name').fill('Half a na');
  database.expireSessions();
  await list.dialogButton('Save').click();
  await expect(list.text(entered)).toBeVisible();
  await expect(list.text(segmentName)).toBeHidden();
});

test('text whose saving is refused only after logging out is not shown', async ({
  list,
  panel,
  page,
}) => {
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

test('text of a cancelled form is not shown', async ({ list, panel, database }) => {
  await list.button('Create segment').click();
  await list.field('Name').fill('Half a na');
  await list.dialogButton('Cancel').click();
  await expect(list.dialog).toBeHidden();
  database.expireSessions();
  await comeBack(panel);
  await expect(list.text('Half a na')).toBeHidden();
});

test('only text that was typed is shown, nothing that the store holds', async ({
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
    const notice = uiText('segments.form.unsaved', {
      changed: 'description',
      description: typed,
      name,
    });
    await expect(list.text(notice)).toBeVisible({ visible: typed !== '' });
  }
});
