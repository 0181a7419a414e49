import { expect, test } from '../support/fixtures.ts';

test.use({ installs: ['aurora'] });

test('nothing moves for users who prefer reduced motion', async ({ panel, page }) => {
  const moving = () =>
    panel.segments.row('Dog owners').evaluate((row) => getComputedStyle(row).animationName);
  await panel.openApp('aurora');
  await panel.segments.create('Dog owners');
  await expect(panel.segments.row('Dog owners')).toBeVisible();
  expect(await moving()).not.toBe('none');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toBe('none');
});
