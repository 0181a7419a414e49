import { expect, test, vi } from 'vitest';
import { ApiFailure } from '../failures/client-failure.ts';
import { fetchMembership, memberIdsIn } from './fetch-membership.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    profileId: `profile-${index + 1}`,
    customerId: index + 1,
    customer: null,
  }));

const ask = (count: number, read: (path: string) => Promise<readonly string[]>) =>
  fetchMembership(people(count), { read, segmentId: 'one' });

test('one request covers all shoppers of a removal', async () => {
  const read = vi.fn(async () => ['profile-2']);
  expect(await ask(3, read)).toEqual(new Set(['profile-2']));
  expect(read.mock.calls).toEqual([
    ['/api/segments/one/members?among=1:profile-1,2:profile-2,3:profile-3'],
  ]);
});

test('more than a hundred shoppers are read a hundred at a time', async () => {
  const read = vi.fn(async (path: string) => /profile-(?:1|201)\b/.exec(path) ?? []);
  expect(await ask(250, read)).toEqual(new Set(['profile-1', 'profile-201']));
  expect(read).toHaveBeenCalledTimes(3);
});

test('if one request fails, there is no result', async () => {
  const read = vi.fn(async () => ['profile-1']);
  read.mockResolvedValueOnce(['profile-1']);
  read.mockRejectedValueOnce(new ApiFailure({ code: 'unavailable' }));
  expect(await ask(150, read)).toBeUndefined();
});

test('an answer that is not a list of ids is rejected', () => {
  expect(memberIdsIn({ data: ['a', 'b'] })).toEqual(['a', 'b']);
  expect(memberIdsIn({ data: [1] })).toBeUndefined();
  expect(memberIdsIn([])).toBeUndefined();
});
