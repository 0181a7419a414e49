import { expect, test } from 'vitest';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { ApiFailure } from '../failures/client-failure.ts';
import { whoIsIn } from './fetch-membership.ts';

const shoppers = [1, 2, 3].map((customerId) => ({
  profileId: `profile-${customerId}`,
  customerId,
  customer: null,
}));

function customer(id: number, segmentIds: string[]): Customer {
  const who = { name: '', email: '', company: '', groupId: null, createdAt: '' };
  return { id, ...who, profileId: `profile-${id}`, segmentIds };
}

const ask = (read: (path: string) => Promise<Customer>) =>
  whoIsIn(shoppers, { read, storeHash: 'abc', segmentId: 'one' });

test('who is in other segments only, or no customer any more, is not in', async () => {
  const present = await ask(async (path) => {
    if (path === '/api/customers/1?store=abc') return customer(1, ['two', 'one']);
    if (path === '/api/customers/2?store=abc') return customer(2, ['two']);
    throw new ApiFailure({ code: 'not-found' });
  });
  expect(present).toEqual(new Set(['profile-1']));
});

test('without all answers nothing is certain', async () => {
  const present = await ask(async (path) => {
    if (path.includes('/1?')) return customer(1, ['one']);
    throw new ApiFailure({ code: 'unavailable' });
  });
  expect(present).toBeUndefined();
});
