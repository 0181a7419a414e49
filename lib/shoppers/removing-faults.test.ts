import { describe, expect, test } from 'vitest';
import {
  casesOf,
  everything,
  firstWrite,
  sixWrites,
  startFaultTrials,
} from '../testing/fault-trials.ts';
import { removeShoppers } from './remove-shoppers.ts';

/**
 * Tries removing under every fault: the outcomes must match what the store holds, and no shopper may
 * be lost or reported twice.
 */
const { prepare, spoil, heldAtLast } = startFaultTrials();

describe.each(casesOf(firstWrite, sixWrites, everything))('$fault on $reach', (situation) => {
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
