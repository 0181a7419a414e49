import { chromium } from '@playwright/test';
import { ensureBrowser, launchOptions } from '../stack/browser.ts';
import { type AddingTime, measureAdding } from './adding.ts';
import { type InstalledApp, startInstalledApp } from './installed-app.ts';
import { measureOpening } from './opening.ts';
import { median } from './statistics.ts';
import { type Add, milliseconds } from './units.ts';

const visits = 10;
const apiLatencyMs = 120;
const few = 50;
const many = 100_000;
const row = 'tbody [aria-label^="Actions for"]';

/** Who is in a segment. */
export async function measureShoppers(add: Add): Promise<string> {
  ensureBrowser();
  const installed = await startInstalledApp();
  try {
    const { ofFew, ofMany } = await measureSegments(installed);
    const ratio = (ofMany / ofFew).toFixed(2);
    add('segment of 50 shoppers: rows painted, cold cache', milliseconds(ofFew));
    add(
      'segment of 100,000 shoppers: rows painted, cold cache',
      `${milliseconds(ofMany)} (${ratio} × of 50)`,
      '0.90 to 1.10 × of 50',
    );
    const adding = await measureAdding(installed);
    add('adding 10,000 shoppers who need profiles', inWords(adding), '≤ 1.10 × ideal');
    return `Shoppers: segments opened in turns, under the conditions of opening, median of ${visits}. Adding: through the app, 120 ms API latency; ideal: the first page of customers alone, then all requests in rounds of ten.`;
  } finally {
    await installed.stack.stop();
  }
}

/** Milliseconds until rows are painted; in turns, because the machine's speed changes by the minute. */
async function measureSegments({ sandbox, hash, address }: InstalledApp) {
  const [small, large] = await sandbox.setSegments(hash, { count: 2 });
  if (!small || !large) throw new Error('there are no segments');
  await sandbox.setMembers(hash, large.id, many);
  await sandbox.setMembers(hash, small.id, few);
  await sandbox.set({ latencyMs: apiLatencyMs });
  const browser = await chromium.launch(launchOptions());
  const open = async ({ id }: { id: string }) => {
    const { rows } = await measureOpening({
      browser,
      address: () => address(`/segments/${id}`),
      row,
      searchField: undefined,
      warm: false,
      visits: 1,
    });
    return rows;
  };
  const ofFew: number[] = [];
  const ofMany: number[] = [];
  await open(small);
  for (let visit = 0; visit < visits; visit += 1) {
    ofFew.push(await open(small));
    ofMany.push(await open(large));
  }
  await browser.close();
  await sandbox.set({ latencyMs: 0 });
  return { ofFew: median(ofFew), ofMany: median(ofMany) };
}

function inWords({ time, requests, ratio }: AddingTime): string {
  return `${milliseconds(time)}, ${requests} requests (${ratio.toFixed(2)} × ideal)`;
}
