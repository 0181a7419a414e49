import { expect, test } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

test.use({ installs: ['aurora'] });

test('a name that is blank to the eye is refused at its field', async ({ list, stores }) => {
  const before = await stores.segmentNames('aurora');
  await list.button('Create segment').click();
  for (const name of ['\u200b', ' \u2060 ', '\u3164\u00ad', '\u2800']) {
    await list.field('Name').fill(name);
    await list.dialogButton('Save').click();
    await expect(list.field('Name')).toHaveAccessibleDescription(
      uiText('segments.form.nameMissing'),
    );
    await list.field('Name').fill('x');
  }
  await list.field('Name').fill('VIP\u202egpj');
  await list.dialogButton('Save').click();
  await expect(list.field('Name')).toHaveAccessibleDescription(
    uiText('segments.form.nameDisruptive', { name: 'VIP⟨U+202E⟩gpj' }),
  );
  expect(await stores.segmentNames('aurora')).toEqual(before);
});

test('a name that differs only in what cannot be seen is taken', async ({ list, stores }) => {
  await list.create('VIP');
  await expect(list.row('VIP')).toBeVisible();
  const before = await stores.segmentNames('aurora');
  await list.button('Create segment').click();
  for (const name of ['VIP\u200b', 'V\u00adIP', '\ufeffVIP']) {
    await list.field('Name').fill(name);
    await list.dialogButton('Save').click();
    await expect(list.field('Name')).toHaveAccessibleDescription(
      uiText('segments.form.nameTaken', { name: 'VIP' }),
    );
    await list.field('Name').fill('x');
  }
  expect(await stores.segmentNames('aurora')).toEqual(before);
});

test('an invisible name that exists is shown, can be opened, renamed and told from others', async ({
  panel,
  sandbox,
  stores,
}) => {
  const items = ['\u200b', '\u2060', 'VIP'].map((name) => ({ name }));
  await sandbox.setSegments(stores.hash('aurora'), { items });
  const list = await panel.openApp('aurora');
  await expect(list.names).toHaveText(['⟨U+200B⟩', '⟨U+2060⟩', 'VIP']);
  await expect(list.link('⟨U+2060⟩')).toBeVisible();
  await list.choose('Rename', '⟨U+2060⟩');
  await list.field('Description').fill('Who was this?');
  await list.dialogButton('Save').click();
  await expect(list.field('Name')).toHaveAccessibleDescription(uiText('segments.form.nameMissing'));
  await list.field('Name').fill('Visible');
  await list.dialogButton('Save').click();
  await expect(list.row('Visible')).toBeVisible();
  await list.link('⟨U+200B⟩').click();
  await expect(panel.segment.heading('⟨U+200B⟩')).toBeVisible();
});
