import type { NewFaultRule } from '../sandbox/faults/fault-rules.ts';
import type { Fault } from './faults.ts';
import { test as base, expect } from './fixtures.ts';
import type { SegmentScreen } from './segment-screen-object.ts';
import { StoreAtBigCommerce } from './store-at-bigcommerce.ts';

interface Fixtures {
  memberCount: number;
  /** Reads the profile ids of the segment's members from the stand-in. */
  members: () => Promise<string[]>;
  /** Changes the segment's members as another app does. */
  elsewhere: Record<'add' | 'remove', (profileIds: readonly string[]) => Promise<void>>;
  /** The profile ids of two customers who are not members. */
  newcomers: string[];
  /** A segment with `memberCount` members, opened. */
  segment: SegmentScreen;
}

/** For tests that remove shoppers. */
export const test = base.extend<Fixtures>({
  memberCount: [3, { option: true }],
  members: async ({ memberCount, sandbox, stores }, use) => {
    await stores.install('aurora');
    const hash = stores.hash('aurora');
    const [{ id = '' } = {}] = await stores.segments('aurora');
    await sandbox.setMembers(hash, id, memberCount);
    await use(async () => (await sandbox.shoppers(hash)).members[id] ?? []);
  },
  elsewhere: async ({ members: _, sandbox, stack, stores }, use) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    const store = new StoreAtBigCommerce(sandbox, stack.sandboxUrl, stores.hash('aurora'));
    await use({
      add: (profileIds) => store.addMembers(id, profileIds),
      remove: (profileIds) => store.removeMembers(id, profileIds),
    });
  },
  newcomers: async ({ memberCount, members: _, sandbox, stores }, use) => {
    const hash = stores.hash('aurora');
    const [{ id = '' } = {}, { id: other = '' } = {}] = await stores.segments('aurora');
    // The stand-in makes profiles for all members: two more than the segment has.
    await sandbox.setMembers(hash, other, memberCount + 2);
    const shoppers = await sandbox.shoppers(hash);
    const inside = new Set(shoppers.members[id]);
    await use(shoppers.profiles.flatMap((one) => (inside.has(one.id) ? [] : [one.id])).slice(0, 2));
  },
  segment: async ({ memberCount, members: _, panel, stores }, use) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    const segment = await panel.openSegment('aurora', id);
    await expect(segment.names).toHaveCount(Math.min(50, memberCount));
    await use(segment);
  },
});

/** A fault in BigCommerce's answers to removing, for the whole test unless the rule limits it. */
export function removingFault(fault: Fault, rule: Partial<NewFaultRule> = {}): NewFaultRule {
  const path = '/v3/segments/[^/]+/shopper-profiles';
  return { path, method: 'DELETE', times: 1_000, resetMs: 1_000, delayMs: 800, ...rule, fault };
}
