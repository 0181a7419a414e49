import { startApiStore } from './api-store.ts';
import { type BulkTime, measureBulk } from './bulk.ts';
import { measureQuotaRun, type QuotaRun } from './quota-run.ts';
import { type Add, milliseconds } from './units.ts';

/** What the API client makes of the store's limits, without the app around it. */
export async function measureApi(add: Add): Promise<string> {
  const store = await startApiStore();
  try {
    const { firstList, repeatedList, create, remove } = await measureBulk(store);
    add('API: first list of 1,000, in 20 pages', bulk(firstList), '≤ 1.15 × least');
    add('API: the same list again', bulk(repeatedList), '≤ 1.15 × least');
    add('API: create 1,000', bulk(create), '≤ 1.10 × least');
    add('API: delete 1,000', bulk(remove), '≤ 1.10 × least');
    const alone = await measureQuotaRun(store, 0);
    add('API: 5,000 calls, quota 450 per window', run(alone), '≤ 1.05 × ideal, no 429');
    const shared = await measureQuotaRun(store, 0.5);
    add('API: the same, another app takes half', run(shared), '≤ 1.15 × ideal');
    return `API: 120 ms latency, ten in flight, pages of 50, median of five; least: the requests in rounds of ten, a list's first page alone while the page count is unknown. Long run: windows of 1 s and 4 ms latency, a thirtieth of the real; ideal: every window used up at once, or the part of it that the other app leaves.`;
  } finally {
    await store.stop();
  }
}

function bulk({ time, requests, ratio }: BulkTime): string {
  return `${milliseconds(time)}, ${requests} requests (${ratio.toFixed(2)} × least)`;
}

function run({ time, ratio, refusals }: QuotaRun): string {
  return `${milliseconds(time)} (${ratio.toFixed(3)} × ideal), ${refusals} answers 429`;
}
