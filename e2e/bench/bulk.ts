import { createSegments, deleteSegments, listSegments } from '../../lib/bigcommerce/segments.ts';
import type { ApiStore } from './api-store.ts';
import { median } from './statistics.ts';

const count = 1_000;
const rounds = 5;
const latencyMs = 120;
const inFlight = 10;
/** BigCommerce's documented page size; it does not promise larger pages. */
const pageSize = 50;

export interface BulkTime {
  /** Milliseconds, median. */
  time: number;
  requests: number;
  /** Time divided by the least possible time: the latency of each round of ten requests. */
  ratio: number;
}

export interface BulkTimes {
  /** Requests the first page alone, because the page count is unknown until it arrives. */
  firstList: BulkTime;
  repeatedList: BulkTime;
  create: BulkTime;
  remove: BulkTime;
}

/** Lists, deletes and creates 1,000 segments. @throws Error unless all succeed */
export async function measureBulk(store: ApiStore): Promise<BulkTimes> {
  const { sandbox, hash } = store;
  await sandbox.setSegments(hash, { count });
  await sandbox.set({ latencyMs, maxLimit: pageSize });
  const results: BulkTimes[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await measureRound(store, round));
  const middle = (name: keyof BulkTimes): BulkTime => {
    const times = results.map((result) => result[name]);
    const { requests = 0 } = times[0] ?? {};
    return {
      requests,
      time: median(times.map(({ time }) => time)),
      ratio: median(times.map(({ ratio }) => ratio)),
    };
  };
  return {
    firstList: middle('firstList'),
    repeatedList: middle('repeatedList'),
    create: middle('create'),
    remove: middle('remove'),
  };
}

async function measureRound(store: ApiStore, round: number): Promise<BulkTimes> {
  const connection = store.connect();
  const list = async () => {
    const segments = await listSegments(connection);
    if (segments.length !== count) throw new Error(`the list has ${segments.length} segments`);
    return segments;
  };
  const firstList = await timed(store, list, (requests) => 1 + roundTrips(requests - 1));
  const repeatedList = await timed(store, list, roundTrips);
  const ids = (await list()).map(({ id }) => id);
  const remove = await timed(
    store,
    async () => assertAll(await deleteSegments(connection, ids), 'deleted'),
    roundTrips,
  );
  const items = ids.map((_, index) => ({ name: `Bench ${round} ${index}`, description: '' }));
  const create = await timed(
    store,
    async () => assertAll(await createSegments(connection, items), 'created'),
    roundTrips,
  );
  return { firstList, repeatedList, create, remove };
}

async function timed(
  { sandbox }: ApiStore,
  work: () => Promise<unknown>,
  least: (requests: number) => number,
): Promise<BulkTime> {
  await sandbox.clearLog();
  const start = performance.now();
  await work();
  const time = performance.now() - start;
  const requests = (await sandbox.log()).length;
  return { time, requests, ratio: time / (least(requests) * latencyMs) };
}

function roundTrips(requests: number): number {
  return Math.ceil(requests / inFlight);
}

function assertAll(outcomes: readonly { status: string }[], status: string): void {
  const missing = outcomes.filter((outcome) => outcome.status !== status).length;
  if (missing > 0) throw new Error(`${missing} of ${outcomes.length} are not ${status}`);
}
