import type { Browser, BrowserContext, Page } from '@playwright/test';
import { median } from './statistics.ts';

/** Simulates a merchant's machine and network: a slow laptop on a mediocre connection. */
const cpuSlowdown = 4;
const line = { latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

export interface Opening {
  /** Milliseconds from the start of the navigation, medians. */
  rows: number;
  /** Milliseconds until typing into the search field changes the rows; undefined without one. */
  search: number | undefined;
  /** Number of visits in which the rows were painted before hydration. */
  beforeHydration: number;
}

export interface OpeningOptions {
  browser: Browser;
  /** Returns a new address for each visit. */
  address: () => Promise<string>;
  /** A CSS selector that matches one element in every row, and nothing outside of rows. */
  row: string;
  searchField: string | undefined;
  /** Visit once before measuring and keep the browser's cache between visits. */
  warm: boolean;
  visits: number;
}

export async function measureOpening(options: OpeningOptions): Promise<Opening> {
  const { browser, warm, visits } = options;
  const seen: Visit[] = [];
  let context = await browser.newContext();
  if (warm) await visit(context, options);
  let unreported = 0;
  while (seen.length < visits) {
    if (!warm) {
      await context.close();
      context = await browser.newContext();
    }
    const measured = await visit(context, options);
    if (measured) seen.push(measured);
    // Now and then Chromium does not report the paint of rows that come with the first bytes.
    else if (++unreported > visits) throw new Error('the browser reports no paint of the rows');
  }
  await context.close();
  const searches = seen.flatMap(({ search }) => search ?? []);
  return {
    rows: median(seen.map(({ rows }) => rows)),
    search: searches.length > 0 ? median(searches) : undefined,
    beforeHydration: seen.filter(({ isEarly }) => isEarly).length,
  };
}

/** The times of one visit in milliseconds. */
interface Visit {
  rows: number;
  search?: number;
  isEarly: boolean;
}

/** @returns undefined if the browser reported no paint of the rows */
async function visit(
  context: BrowserContext,
  { address, row, searchField }: OpeningOptions,
): Promise<Visit | undefined> {
  const page = await context.newPage();
  await slowDown(page);
  await page.addInitScript(watch, { row, searchField });
  await page.goto(await address(), { waitUntil: 'commit' });
  const times = await page.waitForFunction(() => window.bench, undefined, { timeout: 30_000 });
  const value = await times.jsonValue();
  await page.close();
  return value === 'unreported' ? undefined : value;
}

export async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}

declare global {
  interface Window {
    bench?: Visit | 'unreported';
  }
}

/**
 * Runs in the page. Takes the paint of the first row's text from the Element Timing API, because
 * scripts that wait for the paint would delay a timer. Then types into the search field until the
 * rows change, and stores the times in `window.bench`.
 */
function watch({ row, searchField }: { row: string; searchField: string | undefined }): void {
  let rows: number | undefined;
  let isEarly: boolean | undefined;
  let shownAt: number | undefined;
  let typed = 0;
  const painted = (then: (time: number) => void) =>
    requestAnimationFrame(() => setTimeout(() => then(performance.now())));
  const type = (field: HTMLInputElement, text: string) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    value?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const markText = () => {
    const cells = document.querySelector(row)?.closest('tr')?.cells ?? [];
    const withText = Array.from(cells).find(({ textContent }) => textContent);
    if (withText?.hasAttribute('elementtiming') === false)
      withText.setAttribute('elementtiming', '');
  };
  new MutationObserver(markText).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    rows ??= list.getEntries()[0]?.startTime;
  }).observe({ type: 'element', buffered: true });
  const frame = () => {
    requestAnimationFrame(frame);
    const shown = document.querySelector(row)?.checkVisibility() ?? false;
    if (shown) {
      isEarly ??= window.earlyInput !== undefined;
      shownAt ??= performance.now();
      if (rows === undefined && performance.now() - shownAt > 10_000) window.bench = 'unreported';
    }
    if (rows === undefined || isEarly === undefined) return;
    const known = { rows, isEarly };
    if (searchField === undefined) {
      window.bench = known;
    } else if (shown) {
      const field = document.querySelector<HTMLInputElement>(searchField);
      // React ignores an unchanged value, so each attempt types another one.
      if (field) type(field, `nothing has this name ${typed++}`);
    } else {
      painted((search) => {
        window.bench ??= { ...known, search };
      });
    }
  };
  requestAnimationFrame(frame);
}
