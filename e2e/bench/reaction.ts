import type { Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Milliseconds from the last press to the paint of what it opened; undefined until then. */
    reaction: number | undefined;
  }
}

/**
 * Milliseconds from a press, as the browser dates it, to the paint of the element that it opens.
 * @param opens a CSS selector that matches nothing before the press
 */
export async function measureReaction(
  page: Page,
  press: () => Promise<void>,
  opens: string,
): Promise<number> {
  await page.evaluate(watchPress, opens);
  await press();
  const reaction = await page.waitForFunction(() => window.reaction, undefined, { polling: 20 });
  return (await reaction.jsonValue()) ?? Number.NaN;
}

/** Presses with the mouse, without waiting for the element to be still. */
export const pressing = (target: Locator) => () => target.click({ force: true, noWaitAfter: true });

/** Runs in the page. */
function watchPress(opens: string): void {
  window.reaction = undefined;
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const look = () => {
        const shown = document.querySelector(opens)?.checkVisibility({ visibilityProperty: true });
        if (!shown) return requestAnimationFrame(look);
        // After the next frame is painted.
        return requestAnimationFrame(() =>
          setTimeout(() => {
            window.reaction = performance.now() - timeStamp;
          }),
        );
      };
      look();
    },
    { capture: true, once: true },
  );
}
