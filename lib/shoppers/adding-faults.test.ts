import { describe, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { customersByIds } from '../bigcommerce/customers.ts';
import { createShopperProfiles } from '../bigcommerce/shopper-profiles.ts';
import {
  attempt,
  casesOf,
  customerCount,
  everything,
  firstJoin,
  firstWrite,
  isIn,
  members,
  sixWrites,
  startFaultTrials,
} from '../testing/fault-trials.ts';
import { addMatching } from './add-matching.ts';
import { addShoppers } from './add-shoppers.ts';
import { Adding } from './adding.ts';

/**
 * Tries adding under every fault: the outcomes must match what the store holds, and no shopper may
 * be lost or reported twice.
 */
const { sandbox, prepare, spoil, heldAtLast } = startFaultTrials();

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
    const step = await attempt(
      addMatching(connection, { segmentId, filter, timeZone: 'UTC', offset: 0 }),
    );
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
