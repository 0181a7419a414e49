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
  /** Visits in which the rows were painted while the page waited for its code still. */
  beforeHydration: number;
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
  const seen: Visit[] = [];
  let context = await browser.newContext();
  if (warm) await visit(context, options);
  for (let count = 0; count < visits; count += 1) {
    if (!warm) {
      await context.close();
      context = await browser.newContext();
    }
    seen.push(await visit(context, options));
  }
  await context.close();
  const searches = seen.flatMap(({ search }) => search ?? []);
  return {
    rows: median(seen.map(({ rows }) => rows)),
    search: searches.length > 0 ? median(searches) : undefined,
    beforeHydration: seen.filter(({ isEarly }) => isEarly).length,
  };
}

/** Of one visit, in milliseconds. */
interface Visit {
  rows: number;
  search?: number;
  isEarly: boolean;
}

async function visit(
  context: BrowserContext,
  { address, row, searchField }: OpeningOptions,
): Promise<Visit> {
  const page = await context.newPage();
  await slowDown(page);
  await page.addInitScript(watch, { row, searchField });
  await page.goto(await address(), { waitUntil: 'commit' });
  const times = await page.waitForFunction(() => window.bench, undefined, { timeout: 30_000 });
  const value = await times.jsonValue();
  await page.close();
  if (value === undefined) throw new Error('the page told no times');
  return value;
}

export async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}

declare global {
  interface Window {
    bench?: Visit;
  }
}

/** Runs in the page: looks at every frame, types until the rows give way, and leaves the times. */
function watch({ row, searchField }: { row: string; searchField: string | undefined }): void {
  let seen: number | undefined;
  let rows: number | undefined;
  let isEarly = false;
  let typed = 0;
  const painted = (then: (time: number) => void) =>
    requestAnimationFrame(() => setTimeout(() => then(performance.now())));
  const type = (field: HTMLInputElement, text: string) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    value?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  /** Code that waits for the first paint delays a timer after it, but not what the browser notes. */
  const rowsPainted = () => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    if (first === undefined || seen === undefined || rows === undefined) return undefined;
    return first.startTime >= seen ? first.startTime : rows;
  };
  const frame = () => {
    requestAnimationFrame(frame);
    const shown = document.querySelector(row)?.checkVisibility() ?? false;
    if (seen === undefined) {
      if (!shown) return;
      seen = performance.now();
      isEarly = window.earlyInput !== undefined;
      painted((time) => {
        rows = time;
      });
      return;
    }
    const known = rowsPainted();
    if (searchField === undefined) {
      if (known !== undefined) window.bench = { rows: known, isEarly };
    } else if (shown) {
      const field = document.querySelector<HTMLInputElement>(searchField);
      // React ignores a value that it has seen, so each try is another one.
      if (field) type(field, `nothing has this name ${typed++}`);
    } else if (known !== undefined) {
      painted((search) => {
        window.bench ??= { rows: known, search, isEarly };
      });
    }
  };
  requestAnimationFrame(frame);
}
