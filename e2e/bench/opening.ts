import type { Browser, BrowserContext, Page } from '@playwright/test';
import { median } from './statistics.ts';

/** The machine and line of a merchant: a slow laptop on a mediocre connection. */
const cpuSlowdown = 4;
const line = { latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

export interface Opening {
  /** Milliseconds from the start of the navigation, medians. */
  rows: number;
  /** Until typing into the search field changes the rows; undefined where there is no such field. */
  search: number | undefined;
}

export interface OpeningOptions {
  browser: Browser;
  /** A fresh address for each visit. */
  address: () => Promise<string>;
  /** Selects one element of every row, and nothing before there are rows. */
  row: string;
  searchField: string | undefined;
  /** Visit once before measuring, and keep the browser's cache. */
  warm: boolean;
  visits: number;
}

export async function measureOpening(options: OpeningOptions): Promise<Opening> {
  const { browser, warm, visits } = options;
  const rows: number[] = [];
  const searches: number[] = [];
  let context = await browser.newContext();
  if (warm) await visit(context, options);
  for (let count = 0; count < visits; count += 1) {
    if (!warm) {
      await context.close();
      context = await browser.newContext();
    }
    const times = await visit(context, options);
    rows.push(times.rows);
    if (times.search !== undefined) searches.push(times.search);
  }
  await context.close();
  return { rows: median(rows), search: searches.length > 0 ? median(searches) : undefined };
}

async function visit(
  context: BrowserContext,
  { address, row, searchField }: OpeningOptions,
): Promise<Opening> {
  const page = await context.newPage();
  await slowDown(page);
  await page.addInitScript(watch, { row, searchField });
  await page.goto(await address(), { waitUntil: 'commit' });
  const times = await page.waitForFunction(() => window.bench, undefined, { timeout: 30_000 });
  const value = await times.jsonValue();
  await page.close();
  return value ?? { rows: Number.NaN, search: undefined };
}

export async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}

declare global {
  interface Window {
    bench?: Opening;
  }
}

/** Runs in the page: looks at every frame, types until the rows give way, and leaves the times. */
function watch({ row, searchField }: { row: string; searchField: string | undefined }): void {
  let rows: number | undefined;
  let typed = 0;
  const painted = (then: (time: number) => void) =>
    requestAnimationFrame(() => setTimeout(() => then(performance.now())));
  const type = (field: HTMLInputElement, text: string) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    value?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const frame = () => {
    const shown = document.querySelector(row)?.checkVisibility() ?? false;
    if (rows === undefined) {
      if (shown) {
        painted((time) => {
          rows = time;
          if (searchField === undefined) window.bench = { rows, search: undefined };
        });
        rows = performance.now();
      }
    } else if (searchField !== undefined) {
      if (!shown) {
        const first = rows;
        painted((search) => {
          window.bench = { rows: first, search };
        });
        return;
      }
      const field = document.querySelector<HTMLInputElement>(searchField);
      // React ignores a value that it has seen, so each try is another one.
      if (field) type(field, `nothing has this name ${typed++}`);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
