import { afterAll, describe, expect, test, vi } from 'vitest';
import { faultKinds, type NewFaultRule } from '../../e2e/sandbox/faults/fault-rules.ts';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from './client/connection.ts';
import { StoreRegistry } from './client/store-state.ts';
import { createSegments, deleteSegments, updateSegments } from './segments.ts';

/**
 * Tries every write under every fault: the outcomes must match what the store holds, and nothing
 * may be lost or done twice.
 */
const sandbox = sandboxForTests();
let combinations = 0;
afterAll(() => console.log(`${combinations} combinations of write and fault tried`));

/**
 * After these the store may carry out a write after it has been read, so the outcome is unknown.
 */
const pending: readonly string[] = [
  'hang',
  'hang-after',
  'slow',
  'cut',
  'cut-after',
  'redirect',
  '502',
  '504',
];
/** After these the answer is late or never comes. */
const late: readonly string[] = ['hang', 'hang-after', 'slow'];
const mixes = ['all-or-nothing', 'partial'] as const;
const reaches: { reach: string; rule: Partial<NewFaultRule>; alwaysClear: boolean }[] = [
  { reach: 'the first write', rule: { times: 1 }, alwaysClear: true },
  { reach: 'the second write', rule: { skip: 1, times: 1 }, alwaysClear: true },
  { reach: 'six writes', rule: { times: 6 }, alwaysClear: true },
  {
    reach: 'everything from the second request on',
    rule: { skip: 1, times: 500 },
    alwaysClear: false,
  },
];

const cases = mixes.flatMap((mixedBatch) =>
  reaches.flatMap((reach) => faultKinds.map((fault) => ({ mixedBatch, fault, ...reach }))),
);
type Case = (typeof cases)[number];

async function prepare({ mixedBatch, fault, rule, alwaysClear }: Case, method: string) {
  combinations += 1;
  const accessToken = await sandbox.control.install(storeHash);
  await sandbox.control.setSegments(storeHash, { count: 64 });
  await sandbox.control.set({ mixedBatch, segmentBatch: 7 });
  await sandbox.control.addFault({
    ...(alwaysClear ? { method } : {}),
    path: '/v3/segments',
    fault,
    resetMs: 5,
    // Longer than the client's timeout, or shorter.
    delayMs: fault === 'slow' ? 100 : 20,
    ...rule,
  });
  const connection = new Connection({
    apiUrl: sandbox.url,
    storeHash,
    accessToken,
    registry: new StoreRegistry({ random: () => 0, leastPauseMs: 0 }),
    // Short only where no answer comes in time, so that a busy machine does not cause timeouts.
    timing: { request: late.includes(fault) ? 60 : 5_000, readBackDelay: 0 },
  });
  const before = await held();
  const isAlwaysClear = alwaysClear && !pending.includes(fault);
  return { connection, before, isAlwaysClear };
}

/** What the store holds once it has finished all requests. */
async function heldAtLast() {
  await vi.waitFor(async () => {
    const log = await sandbox.control.log();
    expect(log.filter(({ finishedAt }) => finishedAt === null)).toEqual([]);
  }, 10_000);
  return held();
}

async function held(): Promise<Map<string, { name: string; description: string }>> {
  const { segments } = await sandbox.control.state(storeHash);
  return new Map(segments.map((segment) => [segment.id, segment]));
}

const pick = ({ name, description }: { name: string; description: string }) => ({
  name,
  description,
});
const first = (before: Map<string, { name: string; description: string }>, count: number) =>
  [...before].slice(0, count);

describe.each(cases)('$fault on $reach, mixed batches $mixedBatch', (situation) => {
  test('creating', async () => {
    const { connection, before, isAlwaysClear } = await prepare(situation, 'POST');
    const [taken] = first(before, 1);
    const items = Array.from({ length: 16 }, (_, index) => ({
      name: index === 4 ? (taken?.[1].name ?? '') : `New ${index}`,
      description: `Number ${index}`,
    }));
    const outcomes = await createSegments(connection, items);
    const after = await heldAtLast();
    expect(outcomes).toHaveLength(items.length);
    for (const [index, outcome] of outcomes.entries()) {
      const item = items[index] ?? expect.fail();
      const inStore = [...after].filter(([id, { name }]) => name === item.name && !before.has(id));
      if (outcome.status === 'created') {
        expect(inStore.map(([id]) => id)).toEqual([outcome.segment.id]);
        expect(pick(outcome.segment)).toEqual(item);
      } else if (outcome.status === 'failed') {
        expect(inStore).toEqual([]);
        expect(outcome.error.outcomeUnknown).toBe(false);
      } else {
        // An HTML page with status 200 does not show the names of created segments.
        expect(isAlwaysClear && !situation.fault.startsWith('html')).toBe(false);
      }
    }
    for (const [id, segment] of before) expect(after.get(id)).toEqual(segment);
  });

  test('updating', async () => {
    const { connection, before, isAlwaysClear } = await prepare(situation, 'PUT');
    const chosen = first(before, 16);
    const taken = [...before][20]?.[1].name ?? '';
    const items = chosen.map(([id], index) => ({
      id: index === 9 ? '00000000-0000-4000-8000-000000000000' : id,
      name: index === 4 ? taken : `Renamed ${index}`,
      ...(index % 2 === 0 ? { description: 'Changed' } : {}),
    }));
    const outcomes = await updateSegments(connection, items);
    const after = await heldAtLast();
    expect(outcomes).toHaveLength(items.length);
    for (const [index, outcome] of outcomes.entries()) {
      const item = items[index] ?? expect.fail();
      const old = before.get(item.id);
      const now = after.get(item.id);
      if (outcome.status === 'updated') {
        expect(now).toMatchObject(item);
        expect(pick(outcome.segment)).toEqual(now && pick(now));
      } else if (outcome.status === 'failed') {
        expect(now && pick(now)).toEqual(old && pick(old));
      } else {
        expect(isAlwaysClear).toBe(false);
      }
    }
    expect(after.size).toBe(before.size);
  });

  test('deleting', async () => {
    const { connection, before, isAlwaysClear } = await prepare(situation, 'DELETE');
    const ids = first(before, 60).map(([id]) => id);
    const asked = [...ids.slice(0, 30), '00000000-0000-4000-8000-000000000000', ...ids.slice(30)];
    const outcomes = await deleteSegments(connection, asked);
    const after = await heldAtLast();
    expect(outcomes.map(({ id }) => id)).toEqual(asked);
    for (const outcome of outcomes) {
      if (outcome.status === 'deleted') expect(after.has(outcome.id)).toBe(false);
      else if (outcome.status === 'failed') {
        expect(outcome.id in Object.fromEntries(before)).toBe(after.has(outcome.id));
      } else expect(isAlwaysClear).toBe(false);
    }
    for (const [id] of before) if (!asked.includes(id)) expect(after.has(id)).toBe(true);
  });
});
