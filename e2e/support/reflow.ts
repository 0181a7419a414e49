import type { Locator } from '@playwright/test';

/** Buttons, fields and checkboxes that are smaller than 24 by 24 pixels; links in text may be. */
export function smallTargets(root: Locator): Promise<string[]> {
  return root.evaluate((html) =>
    [...html.querySelectorAll('button, input, select, textarea, [role=menuitem]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((element) => element.outerHTML),
  );
}

/** By how many pixels the page is wider than the window. */
export function overflow(root: Locator): Promise<number> {
  return root.evaluate((html) => html.scrollWidth - html.clientWidth);
}
