import { type Browser, chromium } from '@playwright/test';
import { addressIn, screens } from '../../lib/screens/screens.ts';
import { ensureBrowser, launchOptions } from '../stack/browser.ts';
import { measureFirstLoad } from './first-load.ts';
import { type InstalledApp, startInstalledApp } from './installed-app.ts';
import { measureKeystroke } from './keystroke.ts';
import { measureOpening } from './opening.ts';
import { measurePrototype } from './prototype.ts';
import type { Part } from './run-parts.ts';
import type { Add } from './table.ts';
import { atMost, exactly } from './target.ts';
import { count, kilobytes, milliseconds, times } from './units.ts';

const visits = 10;
const apiLatencyMs = 120;
const row = 'tbody [aria-label^="Actions for"]';
const searchField = 'input[type="search"], input[aria-label="Search segments"]';

/** How fast the app opens and reacts for a merchant. */
export const openingPart: Part = {
  conditions: `Opening: 4× CPU slowdown, 40 ms round trips, 10 Mbit/s, ${apiLatencyMs} ms API latency, 240 segments, median of ${visits} openings. Keystroke: the same slowdown, with the shoppers of the rows counted; median over the keys of four searches.`,
  async measure(add) {
    ensureBrowser();
    const installed = await startInstalledApp();
    try {
      const browser = await chromium.launch(launchOptions());
      try {
        await measureScreen(add, browser, installed);
      } finally {
        await browser.close();
      }
    } finally {
      await installed.stack.stop();
    }
  },
};

async function measureScreen(
  add: Add,
  browser: Browser,
  { stack, sandbox, hash, list, address }: InstalledApp,
): Promise<void> {
  await sandbox.set({ latencyMs: apiLatencyMs });
  const prototype = await measurePrototype(browser, list, visits);
  const options = { browser, address, row, searchField, visits };
  const cold = await measureOpening({ ...options, warm: false });
  const warm = await measureOpening({ ...options, warm: true });
  for (const [cache, app, bare] of [
    ['cold', cold, prototype.cold],
    ['warm', warm, prototype.warm],
  ] as const) {
    const ratio = app.rows / bare.rows;
    add(`bare prototype of 25 BigDesign rows: painted, ${cache} cache`, milliseconds(bare.rows));
    add(
      `rows painted, ${cache} cache`,
      `${milliseconds(app.rows)} (${timesPrototype(ratio)})`,
      atMost(ratio, 1.1, timesPrototype),
    );
    add(
      `rows painted before hydration, ${cache} cache`,
      ofAllVisits(app.beforeHydration),
      exactly(app.beforeHydration, visits, ofAllVisits),
    );
    add(`search works, ${cache} cache`, milliseconds(app.search ?? Number.NaN));
  }

  const toCold = warm.rows / cold.rows;
  add('rows painted, warm cache beside cold', timesCold(toCold), atMost(toCold, 1, timesCold));

  await sandbox.set({ latencyMs: 0 });
  await sandbox.setSegments(hash, { count: 1_000 });
  const firstLoad = await measureFirstLoad(stack.appUrl + addressIn(hash, screens.segments.path()));
  add(
    'first-load JavaScript, gzipped',
    kilobytes(firstLoad),
    atMost(firstLoad, 215_000, kilobytes),
  );
  const keystroke = await measureKeystroke(browser, await address());
  add(
    'keystroke to filtered rows, 1,000 segments',
    milliseconds(keystroke),
    atMost(keystroke, 50, milliseconds),
  );
}

const timesPrototype = times('prototype');
const timesCold = times('cold');
const ofAllVisits = count(`of ${visits}`);
