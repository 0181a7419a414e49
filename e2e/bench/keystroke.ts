import type { Browser } from '@playwright/test';
import { slowDown } from './opening.ts';
import { median } from './statistics.ts';

/** Each key finds other rows than the one before. */
const searches = ['95', '37', '812', '604'];

/**
 * Milliseconds from a key to the paint of the rows that match, for a list of 1,000 at 4× slowdown:
 * the median over the keys of a few searches. @throws Error when a key leaves the rows as they were
 */
export async function measureKeystroke(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await slowDown(page);
  await page.goto(url);
  await page.getByText('1,000 of 1,000 segments').waitFor();
  // Counted, the rows have come to rest.
  await page.locator('tbody:not(:has(td:nth-child(4):empty))').waitFor();
  const field = page.getByLabel('Search segments');
  await field.click();
  await page.evaluate(recordKeys);
  const times: number[] = [];
  for (const search of searches) {
    for (const key of search) {
      await page.keyboard.press(key);
      times.push(await page.evaluate(() => window.keyToPaint()));
    }
    await field.fill('');
    await page.evaluate(() => window.keyToPaint());
  }
  await page.close();
  if (times.includes(0)) throw new Error('a key left the rows as they were');
  return median(times);
}

declare global {
  interface Window {
    /** To the first change; resolves when the table has been still for a while. 0: nothing changed. */
    keyToPaint(): Promise<number>;
  }
}

function recordKeys(): void {
  // Longer than the counts of the rows' shoppers take to follow.
  const quietFor = 1_000;
  let pressed = 0;
  let painted = 0;
  let changed = 0;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
      painted = 0;
    },
    true,
  );
  const table = document.querySelector('table');
  if (!table) throw new Error('there is no table');
  new MutationObserver(() => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        changed = performance.now();
        if (painted === 0) painted = changed;
      }),
    );
  }).observe(table, { subtree: true, childList: true, characterData: true });
  window.keyToPaint = () =>
    new Promise((resolve) => {
      const look = () => {
        const still = performance.now() - Math.max(pressed, changed) > quietFor;
        if (still) resolve(painted === 0 ? 0 : painted - pressed);
        else setTimeout(look, 20);
      };
      look();
    });
}
