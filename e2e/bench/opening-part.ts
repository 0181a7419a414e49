import { chromium } from '@playwright/test';
import { ensureBrowser, launchOptions } from '../stack/browser.ts';
import { measureFirstLoad } from './first-load.ts';
import { startInstalledApp } from './installed-app.ts';
import { measureKeystroke } from './keystroke.ts';
import { measureOpening } from './opening.ts';
import { measurePrototype } from './prototype.ts';
import { type Add, kilobytes, milliseconds } from './units.ts';

const visits = 10;
const apiLatencyMs = 120;
const row = 'tbody [aria-label^="Actions for"]';
const searchField = 'input[type="search"], input[aria-label="Search segments"]';

/** What a merchant sees. */
export async function measureScreen(add: Add): Promise<string> {
  ensureBrowser();
  const { stack, sandbox, hash, list, address } = await startInstalledApp();
  const browser = await chromium.launch(launchOptions());
  try {
    await sandbox.set({ latencyMs: apiLatencyMs });
    const prototype = await measurePrototype(browser, list, visits);
    const options = { browser, address, row, searchField, visits };
    const cold = await measureOpening({ ...options, warm: false });
    const warm = await measureOpening({ ...options, warm: true });

    await sandbox.set({ latencyMs: 0 });
    await sandbox.setSegments(hash, { count: 1_000 });
    const keystroke = await measureKeystroke(browser, await address());
    const firstLoad = await measureFirstLoad(`${stack.appUrl}/stores/${hash}/segments`);

    for (const [cache, app, bare] of [
      ['cold', cold, prototype.cold],
      ['warm', warm, prototype.warm],
    ] as const) {
      const ratio = (app.rows / bare.rows).toFixed(2);
      add(`bare prototype of 25 BigDesign rows: painted, ${cache} cache`, milliseconds(bare.rows));
      add(
        `rows painted, ${cache} cache`,
        `${milliseconds(app.rows)} (${ratio} × prototype)`,
        '≤ 1.10 × prototype',
      );
      add(
        `rows painted before hydration, ${cache} cache`,
        `${app.beforeHydration} of ${visits}`,
        'all',
      );
      add(`search works, ${cache} cache`, milliseconds(app.search ?? Number.NaN));
    }
    add('first-load JavaScript, gzipped', kilobytes(firstLoad), '≤ 215 KB');
    add('keystroke to filtered rows, 1,000 segments', milliseconds(keystroke), '≤ 50 ms');
    return `Opening: 4× CPU slowdown, 40 ms round trips, 10 Mbit/s, ${apiLatencyMs} ms API latency, 240 segments, median of ${visits}. Keystroke: the same slowdown, the rows counted, median over the keys of four searches.`;
  } finally {
    await browser.close();
    await stack.stop();
  }
}
