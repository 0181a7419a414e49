import { beforeEach, describe, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from './client/connection.ts';
import { StoreRegistry } from './client/store-state.ts';
import { customersByIds } from './customers.ts';
import type { Membership } from './members-among.ts';
import { addMembers, removeMembers, segmentGone } from './segment-members.ts';

const sandbox = sandboxForTests();
const stranger = '00000000-0000-4000-8000-000000000000';
let connection: Connection;
let segmentId: string;
let all: Membership[];

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  connection = new Connection({
    apiUrl: sandbox.url,
    storeHash,
    accessToken,
    registry: new StoreRegistry({ random: () => 0, leastPauseMs: 0 }),
    timing: { readBackDelay: 0 },
  });
  await sandbox.control.setCustomers(storeHash, { count: 120, profiles: true });
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
  const customers = await customersByIds(
    connection,
    Array.from({ length: 120 }, (_, index) => index + 1),
  );
  all = [...customers.values()].map(({ id, profileId }) => ({
    customerId: id,
    profileId: profileId ?? '',
  }));
  await sandbox.control.clearLog();
});

async function held(): Promise<string[]> {
  return (await sandbox.control.shoppers(storeHash)).members[segmentId] ?? [];
}

async function sent(method: string) {
  return (await sandbox.control.log()).filter((entry) => entry.method === method);
}

const statuses = (outcomes: readonly { status: string }[]) => outcomes.map(({ status }) => status);

describe('adding', () => {
  test('sends fifty at a time', async () => {
    const outcomes = await addMembers(connection, segmentId, all);
    expect(statuses(outcomes)).toEqual(all.map(() => 'added'));
    const sizes = (await sent('POST')).map(({ body }) => (Array.isArray(body) ? body.length : 0));
    expect(sizes).toEqual([50, 50, 20]);
    expect((await held()).length).toBe(120);
  });

  test('keeps to a smaller cap once a larger batch was refused', async () => {
    await sandbox.control.set({ memberBatch: 25 });
    await addMembers(connection, segmentId, all.slice(0, 50));
    await sandbox.control.clearLog();
    const outcomes = await addMembers(connection, segmentId, all.slice(50, 100));
    expect(statuses(outcomes)).toEqual(Array(50).fill('added'));
    expect((await sent('POST')).map(({ status }) => status)).toEqual([201, 201]);
  });

  test('a member added meanwhile is reported as already in, and the others are sent again at once', async () => {
    const theirs = [all[3], all[30]].filter((member) => member !== undefined);
    await addMembers(connection, segmentId, theirs);
    await sandbox.control.clearLog();
    const outcomes = await addMembers(connection, segmentId, all.slice(0, 50));
    const inAlready = outcomes.flatMap(({ status }, at) => (status === 'already-in' ? [at] : []));
    expect(inAlready).toEqual([3, 30]);
    expect(statuses(outcomes).filter((status) => status === 'added')).toHaveLength(48);
    expect((await sent('POST')).map(({ status }) => status)).toEqual([409, 201, 201]);
    expect(await sent('GET')).toHaveLength(1);
  });

  test('a shopper profile that is gone fails alone', async () => {
    const items = all.slice(0, 50).with(7, { customerId: 8, profileId: stranger });
    const outcomes = await addMembers(connection, segmentId, items);
    expect(outcomes[7]).toMatchObject({ status: 'failed', error: { kind: 'conflict' } });
    expect(statuses(outcomes).filter((status) => status === 'added')).toHaveLength(49);
  });

  test('a customer that is gone with its profile fails alone as not found', async () => {
    const items = all.slice(0, 50).with(7, { customerId: 999, profileId: stranger });
    const outcomes = await addMembers(connection, segmentId, items);
    expect(outcomes[7]).toMatchObject({ status: 'failed', error: { kind: 'not-found' } });
    expect(statuses(outcomes).filter((status) => status === 'added')).toHaveLength(49);
  });

  test('ends after one request if the segment is gone', async () => {
    const outcomes = await addMembers(connection, stranger, all.slice(0, 50));
    expect(outcomes).toEqual(Array(50).fill(segmentGone));
    expect(await sent('POST')).toHaveLength(1);
  });
});

describe('removing', () => {
  test('sends 48 ids at a time; a profile that is not in the segment counts as removed', async () => {
    await addMembers(connection, segmentId, all.slice(0, 60));
    const ids = all.map(({ profileId }) => profileId);
    const outcomes = await removeMembers(connection, segmentId, ids.slice(0, 100));
    expect(outcomes).toEqual(
      ids.slice(0, 100).map((profileId) => ({ status: 'removed', profileId })),
    );
    expect(await sent('DELETE')).toHaveLength(3);
    expect(await held()).toEqual([]);
  });

  test.each([[], ['all'], [stranger, '']])('refuses %j before anything is sent', async (...ids) => {
    await expect(removeMembers(connection, segmentId, ids)).rejects.toMatchObject({
      kind: 'invalid',
    });
    expect(await sandbox.control.log()).toEqual([]);
  });

  test('fails with the reason if the segment is gone', async () => {
    await sandbox.control.addFault({ path: 'shopper-profiles', method: 'DELETE', fault: '404' });
    expect(await removeMembers(connection, stranger, [stranger])).toEqual([
      { ...segmentGone, profileId: stranger },
    ]);
  });

  test.each([
    ['the list of members is short', 120, 2],
    ['the list of members is long', 3, 3],
  ])('without an answer looks where it is fewer requests: %s', async (_, limit, requests) => {
    await addMembers(connection, segmentId, all);
    await sandbox.control.set({ maxLimit: limit });
    await sandbox.control.clearLog();
    await sandbox.control.addFault({
      path: 'shopper-profiles',
      method: 'DELETE',
      fault: 'cut-after',
      times: 4,
    });
    const ids = all.slice(0, 2).map(({ profileId }) => profileId);
    const outcomes = await removeMembers(connection, segmentId, ids);
    expect(statuses(outcomes)).toEqual(['removed', 'removed']);
    expect((await sent('GET')).length).toBe(requests);
  });
});
