import { startApiStore } from './api-store.ts';
import { type BulkTime, measureBulk } from './bulk.ts';
import { measureQuotaRun, type QuotaRun } from './quota-run.ts';
import type { Part } from './run-parts.ts';
import type { Add } from './table.ts';
import { atMost, exactly } from './target.ts';
import { count, milliseconds, times } from './units.ts';

/** How well the API client alone, without the app, uses the store's limits. */
export const apiPart: Part = {
  conditions:
    "API: 120 ms latency, ten requests in flight, pages of 50, median of five. *Least* is the time of the same requests in rounds of ten, with a list's first page alone while the page count is unknown. 5,000 calls: windows of 1 s and 4 ms latency, a thirtieth of BigCommerce's. *Ideal* uses up every window at once, or the part that the other app leaves.",
  async measure(add) {
    const store = await startApiStore();
    try {
      const { firstList, repeatedList, create, remove } = await measureBulk(store);
      addBulk(add, 'API: first list of 1,000, in 20 pages', firstList, 1.15);
      addBulk(add, 'API: the same list again', repeatedList, 1.15);
      addBulk(add, 'API: create 1,000', create, 1.1);
      addBulk(add, 'API: delete 1,000', remove, 1.1);
      const alone = await measureQuotaRun(store, 0);
      add(
        'API: 5,000 calls, quota 450 per window',
        inWords(alone),
        atMost(alone.ratio, 1.05, timesIdeal),
        exactly(alone.refusals, 0, refusals),
      );
      const shared = await measureQuotaRun(store, 0.5);
      add(
        'API: the same, another app takes half',
        inWords(shared),
        atMost(shared.ratio, 1.15, timesIdeal),
      );
    } finally {
      await store.stop();
    }
  },
};

const timesLeast = times('least');
const timesIdeal = times('ideal');
const refusals = count('responses with 429');

function addBulk(add: Add, measure: string, { time, requests, ratio }: BulkTime, limit: number) {
  const value = `${milliseconds(time)}, ${requests} requests (${timesLeast(ratio)})`;
  add(measure, value, atMost(ratio, limit, timesLeast));
}

function inWords(run: QuotaRun): string {
  return `${milliseconds(run.time)} (${timesIdeal(run.ratio)}), ${refusals(run.refusals)}`;
}
