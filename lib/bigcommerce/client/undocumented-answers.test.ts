import { beforeEach, describe, expect, test } from 'vitest';
import { auroraHash as storeHash } from '../../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../../e2e/support/test-sandbox.ts';
import { createSegments, listSegments, type Segment, updateSegments } from '../segments.ts';
import { Connection } from './connection.ts';
import { StoreRegistry } from './store-state.ts';

/*
 * Where BigCommerce's documents leave the answer open, each one has the same result for the caller.
 */

const sandbox = sandboxForTests();
let connection: Connection;
let first: Segment;
let second: Segment;

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0, leastPauseMs: 0 });
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
  [first = expect.fail(), second = expect.fail()] = await listSegments(connection);
  await sandbox.control.clearLog();
});

async function held(): Promise<string[]> {
  return (await sandbox.control.state(storeHash)).segments.map(({ name }) => name);
}

test.each([200, 201] as const)('a change counts as made after a %i', async (putStatus) => {
  await sandbox.control.set({ putStatus });
  const outcomes = await updateSegments(connection, [{ id: first.id, name: 'Renamed' }]);
  expect(outcomes).toMatchObject([{ status: 'updated', segment: { name: 'Renamed' } }]);
  expect(await sandbox.control.log()).toHaveLength(1);
});

test.each([
  [409, 'conflict'],
  [422, 'invalid'],
] as const)('a taken name, refused with %i, fails alone', async (renameConflictStatus, kind) => {
  await sandbox.control.set({ renameConflictStatus });
  const outcomes = await updateSegments(connection, [
    { id: first.id, name: second.name },
    { id: second.id, description: 'Described' },
  ]);
  const detail = 'Cannot have multiple segments with the same name.';
  expect(outcomes).toMatchObject([
    { status: 'failed', error: { kind, detail } },
    { status: 'updated', segment: { name: second.name, description: 'Described' } },
  ]);
});

describe.each([
  [409, 'conflict'],
  [422, 'invalid'],
  [507, 'too-large'],
] as const)('a full store that refuses with %i', (segmentCapStatus, kind) => {
  test.each(['all-or-nothing', 'partial'] as const)('%s', async (mixedBatch) => {
    await sandbox.control.set({ segmentCapStatus, mixedBatch, segmentCap: 242 });
    const names = ['New 1', 'New 2', 'New 3', 'New 4'];
    const items = names.map((name) => ({ name, description: '' }));
    const outcomes = await createSegments(connection, items);
    const now = await held();
    for (const [at, outcome] of outcomes.entries()) {
      expect(outcome.status).toBe(now.includes(names[at] ?? '') ? 'created' : 'failed');
    }
    const detail = 'The store has reached its limit of 242 segments.';
    expect(outcomes.at(-1)).toMatchObject({ error: { kind, detail } });
  });
});

test.each(['clamp', '413', '422'] as const)(
  'asking for too large a page (%s) costs one request more at most, once',
  async (overLimit) => {
    await sandbox.control.set({ overLimit, maxLimit: 50 });
    const read = async () => {
      await sandbox.control.clearLog();
      const names = (await listSegments(connection)).map(({ name }) => name);
      expect(names).toEqual(await held());
      return (await sandbox.control.log()).map(({ status }) => status);
    };
    const refused = overLimit === 'clamp' ? [] : [Number(overLimit)];
    expect(await read()).toEqual([...refused, ...Array(5).fill(200)]);
    expect(await read()).toEqual(Array(5).fill(200));
  },
);
