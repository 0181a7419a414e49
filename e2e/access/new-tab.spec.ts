import { addressIn, screens } from '@/lib/screens/screens.ts';
import { expect, test } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

test.use({ installs: ['aurora'] });

const name = 'Birthday this month, Alaska';

for (const [click, options] of [
  ['Ctrl', { modifiers: ['ControlOrMeta'] }],
  ['Shift', { modifiers: ['Shift'] }],
  ['the middle button', { button: 'middle' }],
] as const) {
  test(`a click with ${click} on a link opens the screen in a new tab`, async ({
    context,
    database,
    list,
    stores,
  }) => {
    const opened = context.waitForEvent('page');
    await list.link(name).click({ ...options, modifiers: [...(options.modifiers ?? [])] });
    const tab = await opened;
    const heading = tab.getByRole('heading', { name });
    await expect(heading).toBeVisible();
    await expect(tab.getByText(/^\d+ shoppers?$/)).toBeVisible();
    await tab.reload();
    await expect(heading).toBeVisible();
    await expect(list.names).toHaveCount(25);
    expect(database.count('sessions', stores.hash('aurora'))).toBe(1);
  });
}

test('the address of a screen without the control panel says where the app opens', async ({
  list,
  page,
  stack,
  stores,
}) => {
  await expect(list.names).toHaveCount(25);
  await page.goto(stack.appUrl + addressIn(stores.hash('aurora'), screens.segments.path()));
  await expect(page.getByRole('heading')).toHaveText(uiText('shell.status.home.title'));
  await expect(page.getByText(uiText('shell.status.home.text'))).toBeVisible();
});
