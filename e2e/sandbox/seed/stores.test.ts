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

test('there is as much of everything as the demo promises', () => {
  const [aurora, bramble] = [store(auroraHash), store(brambleHash)];
  expect([aurora.segments.size, bramble.segments.size]).toEqual([240, 3]);
  expect([aurora.customers.size, membersOf(aurora).size]).toEqual([2_000, 638]);
  expect(aurora.promotions).toHaveLength(12);
  expect(aurora.promotions.filter(({ customer }) => customer.segments)).toHaveLength(5);
  for (const { staff } of [aurora, bramble]) expect(staff).toHaveLength(2);
});

test('it is the same in every process', () => {
  const text = JSON.stringify(seedStores(), (_key, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
  // Whoever changes the data on purpose takes over what the test then reports.
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '7feca596de7884be6cbf06ebde60a9d081ff369a47d07c2c8306de523f6fbe79',
  );
});
