import { chromium } from '@playwright/test';
import { ensureBrowser, launchOptions } from '../stack/browser.ts';
import { TestDatabase } from '../support/app-database.ts';
import { linkTo } from '../support/link-to.ts';
import { measureAdding } from './adding-time.ts';
import { type InstalledApp, startInstalledApp } from './installed-app.ts';
import { measureOpening } from './opening.ts';
import type { Part } from './run-parts.ts';
import { median } from './statistics.ts';
import { atLeast, atMost } from './target.ts';
import { milliseconds, times } from './units.ts';

const visits = 10;
const apiLatencyMs = 120;
const few = 50;
const many = 100_000;
const row = 'tbody [aria-label^="Actions for"]';

/** How fast a segment's shoppers appear and can be added. */
export const shoppersPart: Part = {
  conditions: `Shoppers: the list, whose rows are not remembered, and two segments, opened in turns, under the conditions of opening, median of ${visits}. Adding: through the app, 120 ms API latency. *Ideal* is the first page of customers alone, then all requests in rounds of ten.`,
  async measure(add) {
    ensureBrowser();
    const installed = await startInstalledApp();
    try {
      const { ofList, ofFew, ofMany } = await measureSegments(installed);
      const ratio = ofMany / ofFew;
      const toList = ofFew / ofList;
      add('list that is read from the API: rows painted, cold cache', milliseconds(ofList));
      add(
        'segment of 50 shoppers: rows painted, cold cache',
        `${milliseconds(ofFew)} (${timesList(toList)})`,
        atMost(toList, 1.15, timesList),
      );
      add(
        'segment of 100,000 shoppers: rows painted, cold cache',
        `${milliseconds(ofMany)} (${timesFew(ratio)})`,
        atLeast(ratio, 0.9, timesFew),
        atMost(ratio, 1.1, timesFew),
      );
      const adding = await measureAdding(installed);
      add(
        'adding 10,000 shoppers who need profiles',
        `${milliseconds(adding.time)}, ${adding.requests} requests (${timesIdeal(adding.ratio)})`,
        atMost(adding.ratio, 1.1, timesIdeal),
      );
    } finally {
      await installed.stack.stop();
    }
  },
};

const timesList = times('the time of the list');
const timesFew = times('the time of 50');
const timesIdeal = times('ideal');

/** Milliseconds until rows are painted. Visits alternate, as the machine's speed varies. */
async function measureSegments({ stack, sandbox, hash, address }: InstalledApp) {
  const database = new TestDatabase(stack);
  const [small, large] = await sandbox.setSegments(hash, { count: 2 });
  if (!small || !large) throw new Error('there are no segments');
  await sandbox.setMembers(hash, large.id, many);
  await sandbox.setMembers(hash, small.id, few);
  await sandbox.set({ latencyMs: apiLatencyMs });
  const browser = await chromium.launch(launchOptions());
  const open = async (link: string | undefined) => {
    const { rows } = await measureOpening({
      browser,
      address: () => address(link),
      row,
      searchField: undefined,
      warm: false,
      visits: 1,
    });
    return rows;
  };
  const ofList: number[] = [];
  const ofFew: number[] = [];
  const ofMany: number[] = [];
  try {
    await open(linkTo.segment(small.id));
    for (let visit = 0; visit < visits; visit += 1) {
      // So old that its rows are not taken from the database.
      database.ageLists(11);
      ofList.push(await open(undefined));
      ofFew.push(await open(linkTo.segment(small.id)));
      ofMany.push(await open(linkTo.segment(large.id)));
    }
  } finally {
    await browser.close();
  }
  await sandbox.set({ latencyMs: 0 });
  return { ofList: median(ofList), ofFew: median(ofFew), ofMany: median(ofMany) };
}
