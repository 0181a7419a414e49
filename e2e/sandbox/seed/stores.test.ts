import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Store } from '../sandbox-store.ts';
import { auroraHash, brambleHash, seedStores } from './stores.ts';

function store(hash: string): Store {
  const found = seedStores().find((candidate) => candidate.hash === hash);
  if (!found) throw new Error(`No store ${hash}`);
  return found;
}

function membersOf({ members }: Store): Set<number> {
  const profiles = [...members.values()].flatMap((inside) => inside.list);
  return new Set(profiles.map(({ customer_id }) => customer_id));
}

test('the seed has the numbers of segments and customers that the demo needs', () => {
  const [aurora, bramble] = [store(auroraHash), store(brambleHash)];
  expect([aurora.segments.size, bramble.segments.size]).toEqual([240, 3]);
  expect([aurora.customers.size, membersOf(aurora).size]).toEqual([2_000, 638]);
  expect(aurora.promotions).toHaveLength(12);
  expect(aurora.promotions.filter(({ customer }) => customer.segments)).toHaveLength(5);
  for (const { staff } of [aurora, bramble]) expect(staff).toHaveLength(2);
});

test('the seed is the same in every process', () => {
  const text = JSON.stringify(seedStores(), (_key, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
  // After a deliberate change of the data, copy the new hash from the test's failure.
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '7feca596de7884be6cbf06ebde60a9d081ff369a47d07c2c8306de523f6fbe79',
  );
});
