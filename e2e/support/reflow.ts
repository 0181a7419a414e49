import type { Locator } from '@playwright/test';

/** The HTML of buttons, fields and menu items under 24 by 24 px. WCAG exempts links in text. */
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

/** The number of pixels by which the page is wider than the window. */
export function overflow(root: Locator): Promise<number> {
  return root.evaluate((html) => html.scrollWidth - html.clientWidth);
}
