import type { Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    layoutShifts: string[];
  }
  /** Not yet in TypeScript's own list. */
  interface LayoutShift extends PerformanceEntry {
    hadRecentInput: boolean;
    sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
}

/** Has every document that the page opens from now on record what moved without being asked to. */
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

/** Starts counting once the fonts are there: until then lines move by a pixel or two. */
export function forgetLayoutShifts(root: Locator): Promise<void> {
  return root.evaluate(async () => {
    await document.fonts.ready;
    // The observer reports what happened before only after the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    window.layoutShifts = [];
  });
}

/** @param root the document's root element */
export function layoutShifts(root: Locator): Promise<string[]> {
  return root.evaluate(() => window.layoutShifts);
}
