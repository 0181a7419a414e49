import { beforeEach, describe, expect, test, vi } from 'vitest';
import { auroraHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import {
  Connection,
  type ConnectionOptions,
  type RequestLogger,
  type Timing,
} from './client/connection.ts';
import { StoreRegistry } from './client/store-state.ts';
import { createSegments, deleteSegments, listSegments, updateSegments } from './segments.ts';

const sandbox = sandboxForTests();
let connection: Connection;

let accessToken: string;

beforeEach(async () => {
  accessToken = await sandbox.control.install(auroraHash);
  connection = connect();
});

function connect(
  timing: Partial<Timing> = {},
  log: RequestLogger = () => {},
  onLeftOut?: ConnectionOptions['onLeftOut'],
): Connection {
  return new Connection({
    apiUrl: sandbox.url,
    storeHash: auroraHash,
    accessToken,
    registry: new StoreRegistry({ random: () => 0, leastPauseMs: 0 }),
    timing: { readBackDelay: 0, ...timing },
    log,
    onLeftOut,
  });
}

test.each(['missing', 'null'] as const)(
  'a segment whose dates are %s is listed like the others, without them',
  async (firstDates) => {
    const expected = await listSegments(connection);
    await sandbox.control.set({ firstDates });
    const [odd, ...others] = await listSegments(connect());
    expect(odd).toEqual({ ...expected[0], updatedAt: '' });
    expect(others).toEqual(expected.slice(1));
  },
);

test('a segment without an id is left out, and the others are listed', async () => {
  const expected = await listSegments(connection);
  await sandbox.control.set({ firstLacks: ['id'] });
  await sandbox.control.clearLog();
  const leftOut = vi.fn();
  expect(await listSegments(connect({}, () => {}, leftOut))).toEqual(expected.slice(1));
  expect(leftOut).toHaveBeenCalledExactlyOnceWith('/v3/segments', 1);
  expect(await sandbox.control.log()).toHaveLength(1);
});

const fresh = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `New ${index}`, description: '' }));

async function sent(method: string) {
  return (await sandbox.control.log()).filter((entry) => entry.method === method);
}

const sizes = (entries: { body: unknown }[]) =>
  entries.map(({ body }) => (Array.isArray(body) ? body.length : 0));

test('a list has every segment, with the names and types that this app uses', async () => {
  const { segments } = await sandbox.control.state(auroraHash);
  const listed = await listSegments(connection);
  expect(listed).toHaveLength(240);
  const [first] = segments;
  expect(listed[0]).toEqual({
    id: first?.id,
    name: first?.name,
    description: first?.description,
    updatedAt: first?.updated_at,
  });
});

describe('creating', () => {
  test('sends ten at a time, ten requests at once, and reports in the order of the items', async () => {
    await sandbox.control.setSegments(auroraHash, { count: 0 });
    const items = fresh(1_000);
    const outcomes = await createSegments(connection, items);
    const names = outcomes.map((outcome) => outcome.status === 'created' && outcome.segment.name);
    expect(names).toEqual(items.map(({ name }) => name));
    const posts = await sent('POST');
    expect(new Set(sizes(posts))).toEqual(new Set([10]));
    expect(Math.max(...posts.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(10);
    expect((await sandbox.control.state(auroraHash)).segments).toHaveLength(1_000);
  });

  test('learns a smaller cap and keeps to it', async () => {
    await sandbox.control.set({ segmentBatch: 4 });
    await createSegments(connection, fresh(40));
    await sandbox.control.clearLog();
    const outcomes = await createSegments(
      connection,
      fresh(20).map((item) => ({ ...item, name: `More ${item.name}` })),
    );
    expect(outcomes.every(({ status }) => status === 'created')).toBe(true);
    expect(Math.max(...sizes(await sent('POST')))).toBeLessThanOrEqual(4);
  });

  test("a name that is taken fails alone, with the API's own words", async () => {
    const [taken] = await listSegments(connection);
    const items = [...fresh(9), { name: taken?.name ?? '', description: '' }];
    const outcomes = await createSegments(connection, items);
    expect(outcomes.map(({ status }) => status)).toEqual([...Array(9).fill('created'), 'failed']);
    expect(outcomes[9]).toMatchObject({
      error: { kind: 'conflict', detail: 'Cannot have multiple segments with the same name.' },
    });
  });

  test('a name given twice is created once', async () => {
    const [item = { name: '', description: '' }] = fresh(1);
    const outcomes = await createSegments(connection, [item, { ...item, description: 'again' }]);
    expect(outcomes.map(({ status }) => status)).toEqual(['created', 'failed']);
    expect(outcomes[1]).toMatchObject({ error: { kind: 'conflict' } });
  });

  test('after a 401 no more requests are sent than those in flight', async () => {
    await sandbox.control.revokeToken(auroraHash);
    const outcomes = await createSegments(connection, fresh(500));
    expect(outcomes).toHaveLength(500);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'unauthorized' } });
    }
    expect((await sent('POST')).length).toBeLessThanOrEqual(10);
  });

  test.each([
    ['cut', 'unknown'],
    ['502', 'unknown'],
    ['cut-after', 'created'],
    ['hang', 'unknown'],
    ['504', 'unknown'],
  ] as const)('without an answer (%s) it is %s', async (fault, status) => {
    await sandbox.control.addFault({ method: 'POST', path: '/v3/segments', fault });
    const timeoutMs = fault === 'hang' ? 60 : 10_000;
    const [outcome] = await createSegments(connect({ request: timeoutMs }), fresh(1));
    expect(outcome?.status).toBe(status);
    expect(outcome).toMatchObject(status === 'created' ? {} : { error: { kind: 'unavailable' } });
  });

  test('after an abort every item has an outcome: unknown if it was in flight, failed if it was not sent', async () => {
    await sandbox.control.set({ latencyMs: 30 });
    const controller = new AbortController();
    const aborted = new Connection({
      apiUrl: sandbox.url,
      storeHash: auroraHash,
      accessToken: await sandbox.control.install(auroraHash),
      registry: new StoreRegistry(),
      signal: controller.signal,
      log: () => controller.abort(),
    });
    const outcomes = await createSegments(aborted, fresh(200));
    expect(outcomes).toHaveLength(200);
    const { segments } = await sandbox.control.state(auroraHash);
    const held = new Set(segments.map(({ name }) => name));
    for (const [index, { status }] of outcomes.entries()) {
      if (status !== 'unknown') expect(held.has(`New ${index}`)).toBe(status === 'created');
    }
    expect((await sent('POST')).length).toBeLessThanOrEqual(11);
  });

  test('without items no request is sent', async () => {
    const log = vi.fn();
    expect(await createSegments(connect({}, log), [])).toEqual([]);
    expect(log).not.toHaveBeenCalled();
  });
});

test('updating changes what is given and leaves the rest', async () => {
  const [first, second] = await listSegments(connection);
  if (first === undefined || second === undefined) return expect.fail('no segments');
  const outcomes = await updateSegments(connection, [
    { id: first.id, name: 'Renamed' },
    { id: second.id, description: 'Described' },
  ]);
  expect(outcomes).toMatchObject([
    { status: 'updated', segment: { ...first, name: 'Renamed', updatedAt: expect.any(String) } },
    {
      status: 'updated',
      segment: { ...second, description: 'Described', updatedAt: expect.any(String) },
    },
  ]);
});

test('deleting sends 48 ids at a time and deletes no other segments', async () => {
  const segments = await listSegments(connection);
  const ids = segments.slice(0, 100).map(({ id }) => id);
  const outcomes = await deleteSegments(connection, ids);
  expect(outcomes).toEqual(ids.map((id) => ({ status: 'deleted', id })));
  expect(await sent('DELETE')).toHaveLength(3);
  expect((await sandbox.control.state(auroraHash)).segments).toHaveLength(140);
});
