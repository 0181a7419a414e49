import { lasting } from '../support/faults.ts';
import { expect, test } from '../support/fixtures.ts';
import { uiText } from '../support/ui-text.ts';

test('an alert of success disappears; warnings and errors stay until they are dismissed', async ({
  page,
  panel,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const [{ id = '', name = '' } = {}] = await stores.segments('bramble');
  await sandbox.addFault(lasting('500', { path: `/v3/segments/${id}/` }));
  await page.clock.install();
  const list = await panel.openApp('bramble');
  const alert = (text: string) => list.alerts.getByRole('article').filter({ hasText: text });

  const warning = alert(uiText('segments.shoppers.missing', { count: 1 }));
  await list.sortBy('Shoppers');
  await expect(warning).toBeVisible();
  const error = alert(uiText('segments.outcome.deletedNone'));
  await sandbox.addFault(lasting('422', { method: 'DELETE' }));
  await list.choose('Delete', name);
  await list.dialogButton('Delete').click();
  await expect(error).toBeVisible();
  const success = alert(uiText('segments.outcome.created', { name: 'Beekeepers' }));
  await list.create('Beekeepers');
  await expect(success).toBeVisible();

  // An alert under the pointer stays, too.
  await page.mouse.move(0, 0);
  await page.clock.fastForward('01:00');
  await expect(success).toBeHidden();
  for (const staying of [warning, error]) {
    await expect(staying).toBeVisible();
    await staying.getByRole('button', { name: uiText('ui.alerts.close') }).click();
    await expect(staying).toBeHidden();
  }
});

test.describe('in a frame of 320 × 256 pixels, as with a zoom of 400 %', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('alerts leave most of the page free, and never cover the focus', async ({
    page,
    panel,
    sandbox,
    stores,
  }) => {
    await stores.install('bramble');
    const list = await panel.openApp('bramble');
    await page.locator('iframe').evaluate((frame) => {
      const size = { width: '320px', height: '256px', minHeight: '0' };
      Object.assign(frame.style, { position: 'fixed', inset: '0', ...size });
    });
    const [first = '', second = ''] = await list.names.allTextContents();
    await sandbox.addFault(lasting('422', { method: 'DELETE' }));
    await list.choose('Delete', first);
    await list.dialogButton('Delete').click();
    const alerts = list.alerts.getByRole('article');
    await expect(alerts).toHaveCount(1);
    await sandbox.clearFaults();
    await list.choose('Delete', second);
    await list.dialogButton('Delete').click();
    await expect(alerts).toHaveCount(2);
    await expect(alerts.first()).toContainText('was deleted');
    const region = await list.alerts.boundingBox();
    expect(region?.height).toBeLessThanOrEqual(256 * 0.4);

    await list.button('Create segment').focus();
    const covered: string[] = [];
    for (let step = 0; step < 20; step += 1) {
      // The alerts move after the focus has moved.
      const isCovered = () =>
        list.root.evaluate((html) => {
          const over = html.querySelector('section[data-edge]')?.getBoundingClientRect();
          const focused = document.activeElement;
          if (!over || !focused?.closest('main, header')) return '';
          const box = focused.getBoundingClientRect();
          const isOver =
            box.left < over.right &&
            box.right > over.left &&
            box.top < over.bottom &&
            box.bottom > over.top;
          const isInSight = box.top >= 0 && box.bottom <= innerHeight;
          return isOver || !isInSight ? focused.outerHTML.slice(0, 100) : '';
        });
      await expect
        .poll(isCovered, { timeout: 1_000 })
        .toBe('')
        .catch(async () => covered.push(await isCovered()));
      await page.keyboard.press('Tab');
    }
    expect(covered).toEqual([]);
  });
});

test('Escape closes the latest alert, but not while it closes something else', async ({
  page,
  panel,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const list = await panel.openApp('bramble');
  const [name = ''] = await list.names.allTextContents();
  await sandbox.addFault(lasting('422', { method: 'DELETE' }));
  await list.choose('Delete', name);
  await list.dialogButton('Delete').click();
  const alerts = list.alerts.getByRole('article');
  const error = alerts.filter({ hasText: uiText('segments.outcome.deletedNone') });
  await expect(error).toBeVisible();
  await list.create('Beekeepers');
  await expect(alerts).toHaveCount(2);

  await list.actionsFor(name).click();
  await page.keyboard.press('Escape');
  await list.button('Create segment').click();
  await expect(list.field('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list.dialog).toBeHidden();
  await expect(alerts).toHaveCount(2);

  await page.keyboard.press('Escape');
  await expect(alerts).toHaveCount(1);
  await expect(error).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(alerts).toHaveCount(0);
});

test('an alert that is closed by its button leaves the focus where it was before', async ({
  page,
  panel,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const list = await panel.openApp('bramble');
  const [name = ''] = await list.names.allTextContents();
  await sandbox.addFault(lasting('422', { method: 'DELETE' }));
  await list.choose('Delete', name);
  await list.dialogButton('Delete').click();
  await list.search.focus();
  await list.alerts.getByRole('button', { name: uiText('ui.alerts.close') }).focus();
  await page.keyboard.press('Enter');
  await expect(list.alerts.getByRole('article')).toHaveCount(0);
  await expect(list.search).toBeFocused();
});
