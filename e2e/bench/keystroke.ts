import type { Browser } from '@playwright/test';
import { slowDown } from './opening.ts';
import { median } from './statistics.ts';

/** Chosen so that each keystroke matches other rows than the one before. */
const searches = ['95', '37', '812', '604'];

/**
 * Median milliseconds from a keystroke to the paint of the matching rows, in a list of 1,000
 * segments at 4× CPU slowdown. @throws Error if a keystroke did not change the rows
 */
export async function measureKeystroke(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await slowDown(page);
  await page.goto(url);
  await page.getByText('1,000 of 1,000 segments').waitFor();
  // Once the shoppers are counted, the rows no longer change by themselves.
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
  if (times.includes(0)) throw new Error('a keystroke did not change the rows');
  return median(times);
}

declare global {
  interface Window {
    /** Milliseconds to the first change, once the table is quiet again; 0 if nothing changed. */
    keyToPaint(): Promise<number>;
  }
}

function recordKeys(): void {
  // Longer than the shopper counts take to arrive.
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
