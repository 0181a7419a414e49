import type { Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    layoutShifts: string[];
  }
  /** TypeScript's DOM library does not declare it yet. */
  interface LayoutShift extends PerformanceEntry {
    hadRecentInput: boolean;
    sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
}

/** Makes every document of the page from now on record layout shifts that follow no input. */
export async function recordLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.layoutShifts = [];
    const place = ({ x, y, width, height }: DOMRect) => `${x},${y} ${width}×${height}`;
    const isShift = (entry: PerformanceEntry): entry is LayoutShift => 'sources' in entry;
    const unasked = (list: PerformanceObserverEntryList) =>
      list
        .getEntries()
        .filter(isShift)
        .filter(({ hadRecentInput }) => !hadRecentInput);
    new PerformanceObserver((list) => {
      for (const { sources, startTime } of unasked(list)) {
        for (const { node, previousRect, currentRect } of sources) {
          const what = node instanceof Element ? node.outerHTML.slice(0, 80) : node?.nodeName;
          window.layoutShifts.push(
            `${Math.round(startTime)} ms: ${what} from ${place(previousRect)} to ${place(currentRect)}`,
          );
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Waits for the fonts, which move lines by a pixel or two, and drops all shifts so far. */
export function forgetLayoutShifts(root: Locator): Promise<void> {
  return root.evaluate(async () => {
    await document.fonts.ready;
    // The observer reports what happened before only after the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    window.layoutShifts = [];
  });
}

/** The shifts recorded so far. @param root the document's root element */
export function layoutShifts(root: Locator): Promise<string[]> {
  return root.evaluate(() => window.layoutShifts);
}
