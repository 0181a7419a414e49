import { beforeEach, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { readMemberIds } from './member-ids.ts';

const sandbox = sandboxForTests();
let connection: Connection;
let segmentId: string;

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
});

/** The members in the order of the steps, which end with one that has no next offset. */
async function readAll(): Promise<string[][]> {
  const steps: string[][] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const step: Awaited<ReturnType<typeof readMemberIds>> = await readMemberIds(
      connection,
      segmentId,
      offset,
    );
    steps.push(step.members.map(({ profileId }) => profileId));
    offset = step.nextOffset;
  }
  return steps;
}

test.each([250, 90])('in pages of %d each member is read once, in steps', async (maxLimit) => {
  await sandbox.control.setMembers(storeHash, segmentId, 5_200);
  await sandbox.control.set({ maxLimit });
  const steps = await readAll();
  expect(steps).toHaveLength(2);
  expect(steps.flat()).toEqual((await sandbox.control.shoppers(storeHash)).members[segmentId]);
});

test('an empty segment has no members', async () => {
  await sandbox.control.setMembers(storeHash, segmentId, 0);
  expect(await readAll()).toEqual([[]]);
});

test('a segment that is gone is an error', async () => {
  segmentId = '00000000-0000-4000-8000-000000000000';
  await expect(readAll()).rejects.toMatchObject({ kind: 'not-found' });
});
