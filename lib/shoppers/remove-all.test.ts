import { beforeEach, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { removeAll } from './remove-all.ts';

const sandbox = sandboxForTests();
let connection: Connection;
let segmentId: string;

async function connect(): Promise<Connection> {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0 });
  return new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
}

beforeEach(async () => {
  connection = await connect();
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
});

const remove = (atMost: number) => removeAll(connection, { segmentId, atMost });

async function deletions() {
  return (await sandbox.control.log()).filter(({ method }) => method === 'DELETE');
}

test('all shoppers are removed in steps, by id', async () => {
  await sandbox.control.setMembers(storeHash, segmentId, 2_300);
  expect(await remove(2_300)).toEqual({ removed: 2_000, left: 300 });
  expect(await remove(300)).toEqual({ removed: 300, left: 0 });
  expect((await sandbox.control.shoppers(storeHash)).members[segmentId]).toEqual([]);
  for (const { path } of await deletions()) {
    expect(path).toMatch(/\?id:in=[0-9a-f-]{36}(,[0-9a-f-]{36}){0,47}$/);
  }
});

test('no more shoppers are removed than the merchant agreed to', async () => {
  await sandbox.control.setMembers(storeHash, segmentId, 320);
  expect(await remove(270)).toEqual({ removed: 270, left: 50 });
  expect((await sandbox.control.state(storeHash)).memberCounts[segmentId]).toBe(50);
});

test('an empty segment takes no request to remove shoppers', async () => {
  await sandbox.control.setMembers(storeHash, segmentId, 0);
  expect(await remove(10)).toEqual({ removed: 0, left: 0 });
  expect(await deletions()).toEqual([]);
});

test('a step that is stopped reports why, and what was done', async () => {
  await sandbox.control.setMembers(storeHash, segmentId, 900);
  // A window longer than the time for the step, or its end would be waited for.
  await sandbox.control.set({ quota: 12, windowMs: 300_000 });
  const { removed, left, failure } = await remove(900);
  expect(failure).toMatchObject({ code: 'rate-limited', retryAfterSeconds: expect.any(Number) });
  expect(removed).toBeGreaterThan(0);
  const count = (await sandbox.control.state(storeHash)).memberCounts[segmentId];
  expect({ left, removed }).toEqual({ left: count, removed: 900 - (count ?? 0) });
});

test('a segment that is gone is an error', async () => {
  segmentId = '00000000-0000-4000-8000-000000000000';
  await expect(remove(1)).rejects.toMatchObject({ kind: 'not-found' });
});
