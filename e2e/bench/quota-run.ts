import { z } from 'zod';
import { request } from '../../lib/bigcommerce/client/request.ts';
import type { ApiStore } from './api-store.ts';

const calls = 5_000;
const quota = 450;
/** Shortens the run: window, latency and the least pause after a 429 are a thirtieth of the real ones. */
const scale = 1 / 30;
const windowMs = 30_000 * scale;
const latencyMs = 4;
const inFlight = 10;

export interface QuotaRun {
  /** Milliseconds. */
  time: number;
  /** Time divided by that of an ideal client, which uses up each window in an instant. */
  ratio: number;
  /** The number of 429 responses. */
  refusals: number;
}

/**
 * Makes 5,000 calls as fast as the quota allows.
 * @param others the share of the quota that another app uses, from 0 to 1
 */
export async function measureQuotaRun(store: ApiStore, others: number): Promise<QuotaRun> {
  const { sandbox } = store;
  await sandbox.set({
    latencyMs,
    windowMs,
    quota,
    otherAppRate: (others * quota * 1000) / windowMs,
  });
  await sandbox.clearLog();
  const connection = store.connect({ leastPauseMs: 1_000 * scale });
  const start = performance.now();
  // Different pages, because the client merges equal requests in flight.
  await Promise.all(
    Array.from({ length: calls }, (_, index) =>
      request(connection, {
        method: 'GET',
        route: '/v3/segments',
        query: { page: index + 1, limit: 1 },
        pool: 'segmentation',
        schema: z.unknown(),
      }),
    ),
  );
  const time = performance.now() - start;
  const refusals = (await sandbox.log()).filter(({ status }) => status === 429).length;
  return { time, ratio: time / idealTime(quota * (1 - others)), refusals };
}

/** Milliseconds for all full windows, plus the remaining calls at ten in flight. */
function idealTime(share: number): number {
  const fullWindows = Math.ceil(calls / share) - 1;
  const rest = calls - fullWindows * share;
  return fullWindows * windowMs + Math.ceil(rest / inFlight) * latencyMs;
}
