import { afterAll, describe, expect, test, vi } from 'vitest';
import { faultKinds, type NewFaultRule } from '../../e2e/sandbox/faults/fault-rules.ts';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { customersByIds } from '../bigcommerce/customers.ts';
import { memberCap } from '../bigcommerce/segment-members.ts';
import { createShopperProfiles, profileCap } from '../bigcommerce/shopper-profiles.ts';
import { addMatching } from './add-matching.ts';
import { addShoppers } from './add-shoppers.ts';
import { Adding } from './adding.ts';
import { removeAll } from './remove-all.ts';
import { removeShoppers } from './remove-shoppers.ts';

/**
 * Tries adding and removing under every fault: the outcomes must match what the store holds, and no
 * shopper may be lost or reported twice.
 */
const sandbox = sandboxForTests();
let combinations = 0;
afterAll(() => console.log(`${combinations} combinations of write and fault tried`));

/** After these the answer is late or never comes. */
const late: readonly string[] = ['hang', 'hang-after', 'slow'];
/**
 * After these the store may carry out a write after it has been read, so the outcome is unknown.
 */
const pending: readonly string[] = [...late, 'cut', 'cut-after', 'redirect', '502', '504'];
const writes = '/shopper-profiles';
const joins = '/v3/segments/.*/shopper-profiles';

interface Reach {
  reach: string;
  mixedBatch: 'all-or-nothing' | 'partial';
  rule: Pick<NewFaultRule, 'path' | 'skip' | 'times'>;
  /** Reading the store works, so no outcome stays unknown because of a failed read. */
  canLook: boolean;
}

const firstWrite: Reach = {
  reach: 'the first write',
  mixedBatch: 'all-or-nothing',
  rule: { path: writes },
  canLook: true,
};
const firstJoin: Reach = {
  reach: 'the first write to the segment, after which batches succeed in part',
  mixedBatch: 'partial',
  rule: { path: joins },
  canLook: true,
};
const sixWrites: Reach = {
  reach: 'six writes after the first',
  mixedBatch: 'partial',
  rule: { path: writes, skip: 1, times: 6 },
  canLook: true,
};
const everything: Reach = {
  reach: 'everything from the third request on',
  mixedBatch: 'all-or-nothing',
  rule: { path: '/v3/', skip: 2, times: 500 },
  canLook: false,
};

const casesOf = (...reaches: Reach[]) =>
  reaches.flatMap((reach) => faultKinds.map((fault) => ({ fault, ...reach })));
type Case = ReturnType<typeof casesOf>[number];

const customerCount = 70;
const members = 30;

async function prepare(memberCount = members) {
  combinations += 1;
  const accessToken = await sandbox.control.install(storeHash);
  await sandbox.control.setCustomers(storeHash, { count: customerCount });
  const [segmentId = ''] = (await sandbox.control.state(storeHash)).segments.map(({ id }) => id);
  await sandbox.control.setMembers(storeHash, segmentId, memberCount);
  await sandbox.control.set({ maxLimit: 20 });
  const registry = new StoreRegistry({ random: () => 0 });
  const connect = (request: number) =>
    new Connection({
      apiUrl: sandbox.url,
      storeHash,
      accessToken,
      registry,
      timing: { request, readBackDelay: 0 },
    });
  return { segmentId, connect };
}

/** From now on requests meet the fault. */
async function spoil(
  { mixedBatch, fault, rule, canLook }: Case,
  method: string,
  { segmentId, connect }: Awaited<ReturnType<typeof prepare>>,
) {
  // Long where an answer will come, so that a busy machine does not cause timeouts.
  const connection = connect(late.includes(fault) ? 60 : 5_000);
  // Small batches, so that there are several.
  memberCap(connection).lower(10);
  profileCap(connection).lower(10);
  connection.store.batchCap('remove members', 8).lower(8);
  await sandbox.control.set({ mixedBatch });
  await sandbox.control.addFault({
    ...(canLook ? { method } : {}),
    fault,
    resetMs: 5,
    // Longer than the client's timeout, or shorter.
    delayMs: fault === 'slow' ? 100 : 20,
    ...rule,
  });
  const before = await held(segmentId);
  return { connection, segmentId, before, isClear: canLook && !pending.includes(fault) };
}

/** What the store holds once it has finished all requests. */
async function heldAtLast(segmentId: string) {
  await vi.waitFor(async () => {
    const log = await sandbox.control.log();
    expect(log.filter(({ finishedAt }) => finishedAt === null)).toEqual([]);
  }, 10_000);
  return held(segmentId);
}

/** The shopper profile of each customer, and the members of the segment. */
async function held(segmentId: string) {
  const shoppers = await sandbox.control.shoppers(storeHash);
  const profiles = new Map(shoppers.profiles.map((profile) => [profile.customer_id, profile.id]));
  expect(profiles.size, 'one profile for each').toBe(shoppers.profiles.length);
  return { profiles, inside: new Set(shoppers.members[segmentId]) };
}

function isIn(store: Awaited<ReturnType<typeof held>>, customerId: number): boolean {
  return store.inside.has(store.profiles.get(customerId) ?? '');
}

/** Resolves to undefined if it failed before anything was changed. */
async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BigCommerceError) return undefined;
    throw error;
  }
}

describe.each(casesOf(firstWrite, firstJoin, sixWrites, everything))(
  '$fault on $reach',
  (situation) => {
    test('adding some customers that have changed since they were read', async () => {
      const [alsoProfile, alsoMember, deleted] = [40, 50, 17];
      const prepared = await prepare(0);
      const { segmentId, connect } = prepared;
      const theirs = connect(5_000);
      await createShopperProfiles(
        theirs,
        Array.from({ length: 35 }, (_, index) => index + 1),
      );
      const customers = await customersByIds(
        theirs,
        Array.from({ length: 60 }, (_, index) => 10 + index),
      );
      await addShoppers(theirs, { segmentId, customerIds: [12, 20, alsoMember] });
      await createShopperProfiles(theirs, [alsoProfile]);
      await sandbox.control.deleteCustomer(storeHash, deleted);
      const { connection, before, isClear } = await spoil(situation, 'POST', prepared);
      const adding = new Adding(connection, segmentId);
      const asked = [...customers.values()];
      const [additions] = await Promise.all([
        Promise.all(asked.map((customer) => adding.add(customer))),
        adding.complete(),
      ]);
      const after = await heldAtLast(segmentId);
      expect(additions).toHaveLength(60);
      for (const [at, addition] of additions.entries()) {
        const id = asked[at]?.id ?? 0;
        if (addition.status === 'added' || addition.status === 'already-in') {
          expect(after.inside.has(addition.profileId)).toBe(true);
          expect(after.profiles.get(id)).toBe(addition.profileId);
        } else if (addition.status === 'failed') {
          expect(isIn(after, id)).toBe(isIn(before, id));
          expect(addition.error.outcomeUnknown).toBe(false);
        } else {
          expect(isClear).toBe(false);
        }
      }
      for (const id of before.inside) expect(after.inside.has(id)).toBe(true);
      const known = asked.map(({ id }) => after.profiles.get(id));
      for (const id of after.inside) expect(known.includes(id)).toBe(true);
    });
  },
);

describe.each(casesOf(firstWrite, everything))('$fault on $reach', (situation) => {
  test('adding all customers that match', async () => {
    const { connection, segmentId, before, isClear } = await spoil(
      situation,
      'POST',
      await prepare(),
    );
    const filter = { type: 'created', from: '2000-01-01', to: '2100-01-01' } as const;
    const step = await attempt(addMatching(connection, { segmentId, filter, offset: 0 }));
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
    if (step.nextOffset === null) {
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

describe.each(casesOf(firstWrite, everything))('$fault on $reach', (situation) => {
  test('removing some', async () => {
    const { connection, segmentId, before, isClear } = await spoil(
      situation,
      'DELETE',
      await prepare(),
    );
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
});

describe.each(casesOf(sixWrites))('$fault on $reach', (situation) => {
  test('removing all', async () => {
    const { connection, segmentId, before, isClear } = await spoil(
      situation,
      'DELETE',
      await prepare(),
    );
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
