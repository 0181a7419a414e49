import type { NewFaultRule } from '../sandbox/faults/fault-rules.ts';
import type { Fault } from './faults.ts';
import { test as base, expect } from './fixtures.ts';
import type { SegmentScreen } from './segment-screen-object.ts';

interface Fixtures {
  memberCount: number;
  /** Reads the profile ids of the segment's members from the stand-in. */
  members: () => Promise<string[]>;
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
  return { path, method: 'DELETE', times: 1_000, resetMs: 200, delayMs: 800, ...rule, fault };
}
