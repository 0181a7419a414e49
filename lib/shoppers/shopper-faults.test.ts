import { afterAll, describe, expect, test, vi } from 'vitest';
import { faultKinds, type NewFaultRule } from '../../e2e/sandbox/faults/fault-rules.ts';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/sandbox/test-sandbox.ts';
import { Connection } from '../bigcommerce/connection.ts';
import { BigCommerceError } from '../bigcommerce/errors.ts';
import { StoreRegistry } from '../bigcommerce/store-state.ts';
import { addMatching } from './add-matching.ts';
import { addShoppers } from './add-shoppers.ts';
import { removeAll } from './remove-all.ts';
import { removeShoppers } from './remove-shoppers.ts';

/**
 * Adding and removing under every fault: what is reported must be what the store holds. Nobody may
 * be lost, doubled or reported wrongly.
 */
const sandbox = sandboxForTests();
let combinations = 0;
afterAll(() => console.log(`${combinations} combinations of write and fault tried`));

/** After these the store may carry a write out when it has been looked at, so that nobody can tell. */
const pending: readonly string[] = ['hang', 'hang-after', 'slow', '504'];
const writes = '/shopper-profiles';
const reaches: { reach: string; rule: Partial<NewFaultRule>; alwaysClear: boolean }[] = [
  { reach: 'the first write', rule: { path: writes, times: 1 }, alwaysClear: true },
  { reach: 'the fourth write', rule: { path: writes, skip: 3, times: 1 }, alwaysClear: true },
  { reach: 'six writes', rule: { path: writes, times: 6 }, alwaysClear: true },
  {
    reach: 'everything from the third request on',
    rule: { path: '/v3/', skip: 2, times: 500 },
    alwaysClear: false,
  },
];

const mixes = ['all-or-nothing', 'partial'] as const;
const cases = mixes.flatMap((mixedBatch) =>
  reaches.flatMap((reach) => faultKinds.map((fault) => ({ mixedBatch, fault, ...reach }))),
);
type Case = (typeof cases)[number];

const customerCount = 70;
const members = 30;
const deleted = 17;

async function prepare({ mixedBatch, fault, rule, alwaysClear }: Case, method: string) {
  combinations += 1;
  const accessToken = await sandbox.control.install(storeHash);
  await sandbox.control.setCustomers(storeHash, { count: customerCount });
  const [segmentId = ''] = (await sandbox.control.state(storeHash)).segments.map(({ id }) => id);
  await sandbox.control.setMembers(storeHash, segmentId, members);
  await sandbox.control.set({ mixedBatch, memberBatch: 10, shopperProfileBatch: 15, maxLimit: 20 });
  await sandbox.control.addFault({
    path: writes,
    ...(alwaysClear ? { method } : {}),
    fault,
    resetMs: 5,
    // Longer than the client waits, and shorter.
    delayMs: fault === 'slow' ? 100 : 20,
    ...rule,
  });
  const registry = new StoreRegistry({ random: () => 0 });
  const connection = new Connection({
    apiUrl: sandbox.url,
    storeHash,
    accessToken,
    registry,
    timing: { request: 60, landing: 0 },
  });
  const before = await held(segmentId);
  return { connection, segmentId, before, isClear: alwaysClear && !pending.includes(fault) };
}

/** What the store holds when it has finished. */
async function heldAtLast(segmentId: string) {
  await vi.waitFor(async () => {
    const log = await sandbox.control.log();
    expect(log.filter(({ finishedAt }) => finishedAt === null)).toEqual([]);
  });
  return held(segmentId);
}

/** The shopper profile of each customer, and who is in the segment. */
async function held(segmentId: string) {
  const shoppers = await sandbox.control.shoppers(storeHash);
  const profiles = new Map(shoppers.profiles.map((profile) => [profile.customer_id, profile.id]));
  expect(profiles.size, 'one profile for each').toBe(shoppers.profiles.length);
  return { profiles, inside: new Set(shoppers.members[segmentId]) };
}

function isIn(store: Awaited<ReturnType<typeof held>>, customerId: number): boolean {
  return store.inside.has(store.profiles.get(customerId) ?? '');
}

/** Undefined if it ended with an error before anything was changed. */
async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BigCommerceError) return undefined;
    throw error;
  }
}

describe.each(cases)('$fault on $reach, mixed batches $mixedBatch', (situation) => {
  test('adding some', async () => {
    const { connection, segmentId, before, isClear } = await prepare(situation, 'POST');
    await sandbox.control.deleteCustomer(storeHash, deleted);
    const customerIds = Array.from({ length: 60 }, (_, index) => 10 + index);
    const outcomes = await attempt(addShoppers(connection, { segmentId, customerIds }));
    const after = await heldAtLast(segmentId);
    if (outcomes === undefined) {
      expect(isClear).toBe(false);
      expect(after).toEqual(before);
      return;
    }
    expect(outcomes.map(({ customerId }) => customerId)).toEqual(customerIds);
    for (const outcome of outcomes) {
      const { customerId, status } = outcome;
      if (status === 'added' || status === 'already-in') {
        expect(after.inside.has(outcome.profileId)).toBe(true);
        expect(after.profiles.get(customerId)).toBe(outcome.profileId);
        expect(isIn(before, customerId)).toBe(status === 'already-in');
      } else if (status === 'failed') {
        if (customerId === deleted) expect(outcome.failure.code).toBe('not-found');
        else expect(isIn(after, customerId)).toBe(false);
      } else {
        expect(isClear).toBe(false);
      }
    }
    for (const id of before.inside) expect(after.inside.has(id)).toBe(true);
    const asked = customerIds.map((id) => after.profiles.get(id));
    for (const id of after.inside) expect(before.inside.has(id) || asked.includes(id)).toBe(true);
  });

  test('adding all who match', async () => {
    const { connection, segmentId, before, isClear } = await prepare(situation, 'POST');
    const filter = { type: 'created', from: '2000-01-01', to: '2100-01-01' } as const;
    const step = await attempt(addMatching(connection, { segmentId, filter, page: 1 }));
    const after = await heldAtLast(segmentId);
    if (step === undefined) {
      expect(isClear).toBe(false);
      expect(after).toEqual(before);
      return;
    }
    const joined = after.inside.size - before.inside.size;
    const unknown = step.notAdded.filter(({ status }) => status === 'unknown').length;
    expect(step.added).toBeLessThanOrEqual(joined);
    if (isClear) expect(step.added).toBe(joined);
    if (isClear) expect(unknown).toBe(0);
    if (step.nextPage === null) {
      expect(step.failure).toBeUndefined();
      expect(step.done).toBe(customerCount);
      expect(step.added + step.alreadyIn + step.notAdded.length).toBe(customerCount);
      expect(step.alreadyIn).toBe(members);
    } else {
      expect(step.failure).toBeDefined();
    }
    for (const { customerId, status } of step.notAdded) {
      if (status === 'failed') expect(isIn(after, customerId)).toBe(false);
    }
  });
});

// A removal refuses nobody, so that there are no mixed batches.
const removals = cases.filter(({ mixedBatch }) => mixedBatch === 'partial');

describe.each(removals)('$fault on $reach', (situation) => {
  test('removing some', async () => {
    const { connection, segmentId, before, isClear } = await prepare(situation, 'DELETE');
    const outsider = '00000000-0000-4000-8000-000000000000';
    const inside = [...before.inside];
    const profileIds = [...inside.slice(0, 10), outsider, ...inside.slice(10, 25)];
    const outcomes = await removeShoppers(connection, { segmentId, profileIds });
    const after = await heldAtLast(segmentId);
    expect(outcomes.map(({ profileId }) => profileId)).toEqual(profileIds);
    for (const { profileId, status } of outcomes) {
      if (status === 'removed') expect(after.inside.has(profileId)).toBe(false);
      else if (status === 'failed') {
        expect(after.inside.has(profileId)).toBe(before.inside.has(profileId));
      } else expect(isClear).toBe(false);
    }
    for (const id of inside) if (!profileIds.includes(id)) expect(after.inside.has(id)).toBe(true);
    expect(after.profiles).toEqual(before.profiles);
  });

  test('removing all', async () => {
    const { connection, segmentId, before, isClear } = await prepare(situation, 'DELETE');
    const step = await attempt(removeAll(connection, { segmentId, atMost: 25 }));
    const after = await heldAtLast(segmentId);
    const gone = before.inside.size - after.inside.size;
    expect(gone).toBeLessThanOrEqual(25);
    if (step === undefined) {
      expect(isClear).toBe(false);
      expect(gone).toBe(0);
      return;
    }
    expect(step.removed).toBeLessThanOrEqual(gone);
    if (isClear) expect(step).toMatchObject({ removed: gone, left: after.inside.size });
    if (step.failure === undefined) expect(step.removed).toBe(25);
    expect(after.profiles).toEqual(before.profiles);
  });
});
