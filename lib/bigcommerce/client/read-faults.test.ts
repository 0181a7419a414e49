import { afterAll, describe, expect, test } from 'vitest';
import { faultKinds } from '../../../e2e/sandbox/faults/fault-rules.ts';
import { auroraHash as storeHash } from '../../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../../e2e/support/test-sandbox.ts';
import { listSegments } from '../segments.ts';
import { getStore } from '../store.ts';
import { Connection } from './connection.ts';
import type { BigCommerceErrorKind } from './errors.ts';
import { StoreRegistry } from './store-state.ts';

/** Tries every read under every fault: it gives the whole list or the right error, never a part. */
const sandbox = sandboxForTests();
let combinations = 0;
afterAll(() => console.log(`${combinations} combinations of read and fault tried`));

type Fault = (typeof faultKinds)[number];

/** Faults that the client does not try again. */
const refused: Partial<Record<Fault, BigCommerceErrorKind>> = {
  '401': 'unauthorized',
  '403': 'forbidden',
  '404': 'not-found',
  '413': 'too-large',
  '422': 'invalid',
  '423': 'unavailable',
  '501': 'unavailable',
  '507': 'too-large',
};
const harmless: readonly Fault[] = ['partial', 'slow-body'];

/** A faulty request is chosen by its page, because the pages are requested at the same time. */
const reaches = [
  { reach: 'the first page', pages: '1', isLasting: false },
  { reach: 'a page in the middle', pages: '3', isLasting: false },
  { reach: 'the last page', pages: '5', isLasting: false },
  { reach: 'every page, each time', pages: '[1-5]', isLasting: true },
  { reach: 'all pages from the third on, each time', pages: '[3-5]', isLasting: true },
];

const newRegistry = () => new StoreRegistry({ random: () => 0, leastPauseMs: 0 });

/** @param request the client's timeout in milliseconds; by default the long one of production */
async function connect(registry: StoreRegistry, request?: number): Promise<Connection> {
  const accessToken = await sandbox.control.install(storeHash);
  const timing = request === undefined ? {} : { request };
  return new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry, timing });
}

/** Short only for late answers; longer if the next attempt must be answered in time. */
function timeoutFor(fault: Fault, isLasting: boolean): number | undefined {
  if (!fault.startsWith('hang') && fault !== 'slow') return undefined;
  return isLasting ? 150 : 1_000;
}

async function spoil(fault: Fault, path: string, isLasting: boolean): Promise<void> {
  combinations += 1;
  // Longer than the client's timeout, or shorter.
  const delayMs = fault === 'slow' ? 2 * (timeoutFor(fault, isLasting) ?? 0) : 20;
  const times = isLasting ? 1_000 : 1;
  await sandbox.control.addFault({ path, fault, times, resetMs: 5, delayMs });
}

function errorOf(fault: Fault, isLasting: boolean): BigCommerceErrorKind | undefined {
  if (refused[fault] !== undefined) return refused[fault];
  if (!isLasting || harmless.includes(fault)) return undefined;
  return fault.startsWith('429') ? 'rate-limited' : 'unavailable';
}

describe.each(faultKinds)('%s', (fault) => {
  describe.each(['a store never read before', 'a store read before'])('listing %s', (knowledge) => {
    test.each(reaches)('$reach', async ({ pages, isLasting }) => {
      await sandbox.control.setSegments(storeHash, { count: 64 });
      // The sandbox goes on serving requests that the client gave up, and would count them.
      await sandbox.control.set({ maxLimit: 15, concurrency: 1_000 });
      const registry = newRegistry();
      if (knowledge === 'a store read before') await listSegments(await connect(registry));
      const connection = await connect(registry, timeoutFor(fault, isLasting));
      await spoil(fault, `/v3/segments.*[?&]page=${pages}(&|$)`, isLasting);
      const { segments } = await sandbox.control.state(storeHash);
      const reading = listSegments(connection).then((listed) => listed.map(({ id }) => id));
      // After such a refusal, the client reads the page once more without a limit.
      const isPageSize = pages === '1' && (fault === '413' || fault === '422');
      const kind = isPageSize ? undefined : errorOf(fault, isLasting);
      if (kind === undefined) expect(await reading).toEqual(segments.map(({ id }) => id));
      else await expect(reading).rejects.toMatchObject({ kind, outcomeUnknown: false });
    });
  });

  test.each([false, true])('reading the store, each time: %s', async (isLasting) => {
    const connection = await connect(newRegistry(), timeoutFor(fault, isLasting));
    await spoil(fault, '/v2/store', isLasting);
    const kind = errorOf(fault, isLasting);
    const reading = getStore(connection);
    if (kind === undefined) expect(await reading).toMatchObject({ name: 'Aurora Outdoor' });
    else await expect(reading).rejects.toMatchObject({ kind, outcomeUnknown: false });
  });
});
