import type { CustomersRequest } from '../sandbox/control/control-requests.ts';
import type { NewFaultRule } from '../sandbox/faults/fault-rules.ts';
import { AddingPanel } from './adding-panel-object.ts';
import type { Fault } from './faults.ts';
import { test as base } from './fixtures.ts';
import type { SegmentScreen } from './segment-screen-object.ts';
import { uiText } from './ui-text.ts';

interface Fixtures {
  /** Customers to give the store in place of those it has from the start. */
  customers: CustomersRequest | undefined;
  /** How many members the segment has at first. */
  memberCount: number;
  /** The segment that customers are added to. */
  target: { id: string; name: string };
  /** Reads the ids of the customers in that segment from the stand-in. */
  inside: () => Promise<number[]>;
  segment: SegmentScreen;
  /** The panel that adds shoppers, opened beside the segment. */
  adding: AddingPanel;
}

/** For tests that add shoppers. */
export const test = base.extend<Fixtures>({
  customers: [undefined, { option: true }],
  memberCount: [3, { option: true }],
  target: async ({ customers, memberCount, sandbox, stores }, use) => {
    await stores.install('aurora');
    if (customers) await sandbox.setCustomers(stores.hash('aurora'), customers);
    const [{ id = '', name = '' } = {}] = await stores.segments('aurora');
    await sandbox.setMembers(stores.hash('aurora'), id, memberCount);
    await use({ id, name });
  },
  inside: async ({ target, sandbox, stores }, use) => {
    await use(async () => {
      const { members, profiles } = await sandbox.shoppers(stores.hash('aurora'));
      const inSegment = new Set(members[target.id]);
      return profiles.filter(({ id }) => inSegment.has(id)).map((profile) => profile.customer_id);
    });
  },
  segment: async ({ target, panel }, use) => use(await panel.openSegment('aurora', target.id)),
  adding: async ({ segment }, use) => {
    const adding = new AddingPanel(segment);
    await adding.open();
    await use(adding);
  },
});

/** A fault in BigCommerce's answers to adding, for the whole test unless the rule limits it. */
export function addingFault(fault: Fault, rule: Partial<NewFaultRule> = {}): NewFaultRule {
  return { path: '/shopper-profiles', method: 'POST', times: 1_000, ...rule, fault };
}

export const added = (count: number, { name }: { name: string }) =>
  uiText('adding.outcome.added', { count, segment: name });

/** @returns the id in an email address: the stand-in puts each customer's id there */
export function idIn(text: string): number {
  return Number(text.match(/(\d+)(\+shop)?@/)?.[1]);
}
