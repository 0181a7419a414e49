import type { Locator } from '@playwright/test';
import { AddingPanel } from '../support/adding-panel-object.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { Pixels } from '../support/pixels.ts';

/* With the few colors that a user has chosen, every control, state and focus can still be seen. */

const test = base.extend<{ pixels: Pixels }>({
  pixels: async ({ page, context }, use) => use(new Pixels(page, await context.newPage())),
});

test.describe.configure({ mode: 'parallel' });

/** The fewest pixels of a mark, such as a tick or three dots. */
const mark = 12;
/** The fewest pixels that the focus draws around the smallest control. */
const ring = 40;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} forced colors`, () => {
    test.use({
      colorScheme,
      contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' },
      installs: ['bramble'],
      storeName: 'bramble',
      viewport: { width: 1280, height: 900 },
    });

    /** Expects that the picture of the element changes clearly when something is done. */
    const expectChange = async (pixels: Pixels, element: Locator, act: () => Promise<unknown>) => {
      const before = await pixels.picture(element);
      await act();
      const after = await pixels.picture(element);
      expect(before && after && (await pixels.difference(before, after))).toBeGreaterThan(mark);
    };

    /** Presses Tab until the focus has been everywhere, and expects to see it in each place. */
    const expectFocus = async (pixels: Pixels, root: Locator, first: Locator) => {
      const unseen: string[] = [];
      let seen = 0;
      // Only after a key does the browser show where the focus is.
      await first.focus();
      await root.page().keyboard.press('Tab');
      await root.page().keyboard.press('Shift+Tab');
      for (; seen < 60; seen += 1) {
        const focused = root.locator(':focus');
        if ((await focused.count()) === 0) break;
        const name = await focused.evaluate((element, id) => {
          if (element.hasAttribute('data-seen')) return undefined;
          element.setAttribute('data-seen', id);
          return element.getAttribute('aria-label') ?? element.textContent ?? element.tagName;
        }, String(seen));
        if (name === undefined) break;
        const element = root.locator(`[data-seen="${seen}"]`);
        const withFocus = await pixels.picture(element);
        await element.evaluate((one) => one instanceof HTMLElement && one.blur());
        const without = await pixels.picture(element);
        const changed = withFocus && without ? await pixels.difference(without, withFocus) : 0;
        if (changed < ring) unseen.push(`${name}: ${changed}`);
        await element.focus();
        await root.page().keyboard.press('Tab');
      }
      expect(unseen).toEqual([]);
      return seen;
    };

    test('rows, their ticks, selections and menus can be seen', async ({ list, pixels }) => {
      const [name = ''] = await list.names.allTextContents();
      const box = list.row(name).getByRole('checkbox');
      const dots = await pixels.picture(list.actionsFor(name));
      expect(dots && (await pixels.ink(dots))).toBeGreaterThan(mark);
      await expectChange(pixels, list.selectPage, () => box.check());
      await expectChange(pixels, box, async () => {
        await box.uncheck();
        await list.search.focus();
      });
      const cell = list.row(name).getByRole('cell').nth(2);
      await expectChange(pixels, list.row(name), () => box.check());
      await expectChange(pixels, cell, () => box.uncheck());
      await list.actionsFor(name).click();
      const menu = list.frame.getByRole('menu');
      const [remove, rename] = [menu.getByText('Delete'), menu.getByText('Rename')];
      await expectChange(pixels, remove, () => rename.press('ArrowDown'));
      await rename.press('Escape');
    });

    test('tabs can be told apart, and the edges of chosen customers seen', async ({
      list: _,
      panel,
      pixels,
      sandbox,
      stores,
    }) => {
      const [{ id = '' } = {}] = await stores.segments('bramble');
      await sandbox.setCustomers(stores.hash('bramble'), { count: 2, firstName: 'Amelia' });
      const segment = await panel.openSegment('bramble', id);
      const adding = new AddingPanel(segment);
      await adding.open();
      const [byName, byMatch] = [
        adding.root.getByRole('tab').first(),
        adding.root.getByRole('tab').last(),
      ];
      await expectChange(pixels, byName, () => byMatch.click());
      await byName.click();
      await adding.choose('amelia', 1);
      // The edge of the chip, without the name and the cross in it.
      const chip = await pixels.picture(adding.chosen.first());
      const name = await pixels.picture(adding.chosen.first().locator('span'));
      expect(chip && name && (await pixels.ink(chip)) - (await pixels.ink(name))).toBeGreaterThan(
        100,
      );
    });

    test('the focus can be seen on every control of the list and its form', async ({
      list,
      pixels,
    }) => {
      expect(await expectFocus(pixels, list.root, list.button('Create segment'))).toBeGreaterThan(
        9,
      );
      await list.button('Create segment').click();
      await list.field('Name').fill('x');
      expect(await expectFocus(pixels, list.dialog, list.field('Name'))).toBe(4);
    });
  });
}
