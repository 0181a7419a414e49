import { afterAll, expect, vi } from 'vitest';
import { faultKinds, type NewFaultRule } from '../../e2e/sandbox/faults/fault-rules.ts';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { memberCap } from '../bigcommerce/segment-members.ts';
import { profileCap } from '../bigcommerce/shopper-profiles.ts';

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

export const firstWrite: Reach = {
  reach: 'the first write',
  mixedBatch: 'all-or-nothing',
  rule: { path: writes },
  canLook: true,
};
export const firstJoin: Reach = {
  reach: 'the first write to the segment, after which batches succeed in part',
  mixedBatch: 'partial',
  rule: { path: joins },
  canLook: true,
};
export const sixWrites: Reach = {
  reach: 'six writes after the first',
  mixedBatch: 'partial',
  rule: { path: writes, skip: 1, times: 6 },
  canLook: true,
};
export const everything: Reach = {
  reach: 'everything from the third request on',
  mixedBatch: 'all-or-nothing',
  rule: { path: '/v3/', skip: 2, times: 500 },
  canLook: false,
};

export const casesOf = (...reaches: Reach[]) =>
  reaches.flatMap((reach) => faultKinds.map((fault) => ({ fault, ...reach })));
type Case = ReturnType<typeof casesOf>[number];

export const customerCount = 70;
export const members = 30;

interface Store {
  profiles: ReadonlyMap<number, string>;
  inside: ReadonlySet<string>;
}

/** Starts a sandbox in which writes are tried under faults. */
export function startFaultTrials() {
  const sandbox = sandboxForTests();
  let combinations = 0;
  afterAll(() => console.log(`${combinations} combinations of write and fault tried`));

  async function prepare(memberCount = members) {
    combinations += 1;
    const accessToken = await sandbox.control.install(storeHash);
    await sandbox.control.setCustomers(storeHash, { count: customerCount });
    const [segmentId = ''] = (await sandbox.control.state(storeHash)).segments.map(({ id }) => id);
    await sandbox.control.setMembers(storeHash, segmentId, memberCount);
    await sandbox.control.set({ maxLimit: 20 });
    const registry = new StoreRegistry({ random: () => 0, leastPauseMs: 0 });
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
  async function held(segmentId: string): Promise<Store> {
    const shoppers = await sandbox.control.shoppers(storeHash);
    const profiles = new Map(shoppers.profiles.map((profile) => [profile.customer_id, profile.id]));
    expect(profiles.size, 'one profile for each').toBe(shoppers.profiles.length);
    return { profiles, inside: new Set(shoppers.members[segmentId]) };
  }

  return { sandbox, prepare, spoil, heldAtLast };
}

export function isIn(store: Store, customerId: number): boolean {
  return store.inside.has(store.profiles.get(customerId) ?? '');
}

/** Resolves to undefined if it failed before anything was changed. */
export async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BigCommerceError) return undefined;
    throw error;
  }
}
