import { beforeEach, describe, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import {
  Connection,
  type ConnectionOptions,
  type RequestLogEntry,
} from '../bigcommerce/client/connection.ts';
import { IN_FLIGHT } from '../bigcommerce/client/limiter.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { findSegment } from '../bigcommerce/segments.ts';
import { systemClock } from '../process/clock.ts';
import { addMatching } from './add-matching.ts';
import type { AddingStep } from './adding-step.ts';

const sandbox = sandboxForTests();
const filter = { type: 'group', groupId: 3 } as const;
let accessToken: string;
let segmentId: string;
let registry: StoreRegistry;

beforeEach(async () => {
  accessToken = await sandbox.control.install(storeHash);
  registry = new StoreRegistry({ random: () => 0 });
  segmentId = (await sandbox.control.state(storeHash)).segments[0]?.id ?? '';
});

function connect(options: Partial<ConnectionOptions> = {}): Connection {
  // More time than any step takes, however busy the machine is.
  const timing = { action: 300_000 };
  return new Connection({
    apiUrl: sandbox.url,
    storeHash,
    accessToken,
    registry,
    timing,
    ...options,
  });
}

function step(offset = 0, options: Partial<ConnectionOptions> = {}): Promise<AddingStep> {
  return addMatching(connect(options), { segmentId, filter, timeZone: 'UTC', offset });
}

/** A step whose time to send requests is over as soon as `isTheOne` accepts a request. */
function stepThatRunsLate(isTheOne: (request: RequestLogEntry) => boolean): Promise<AddingStep> {
  let late = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + late };
  return step(0, {
    registry: new StoreRegistry({ clock }),
    timing: { action: 60_000, request: 20_000 },
    log: (request) => {
      if (isTheOne(request)) late = 50_000;
    },
  });
}

async function memberCount(): Promise<number | undefined> {
  return (await sandbox.control.state(storeHash)).memberCounts[segmentId];
}

async function pagesRead() {
  const log = await sandbox.control.log();
  return log.flatMap(({ path }) => /v3\/customers.*[?&]page=(\d+)/.exec(path)?.[1] ?? []);
}

test('all customers that match are added, with new shopper profiles, fifty to a request', async () => {
  await sandbox.control.setCustomers(storeHash, { count: 620, groupId: 3 });
  await sandbox.control.setMembers(storeHash, segmentId, 20);
  expect(await step()).toEqual({
    added: 600,
    alreadyIn: 20,
    notAdded: [],
    nextOffset: null,
    done: 620,
  });
  expect(await memberCount()).toBe(620);
  const posts = (await sandbox.control.log()).filter(({ method }) => method === 'POST');
  expect(posts.every(({ status }) => status === 201)).toBe(true);
  expect(posts).toHaveLength(24);
  expect(Math.max(...posts.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(14);
});

test('customers whose profiles were just made are added before more profiles are made', async () => {
  await sandbox.control.setCustomers(storeHash, { count: 2_000, groupId: 3 });
  await sandbox.control.set({ latencyMs: 30 });
  expect(await step()).toMatchObject({ added: 2_000, nextOffset: null });
  const posts = (await sandbox.control.log()).filter(({ method }) => method === 'POST');
  const joins = posts.slice(0, posts.length / 2).filter(({ path }) => path.includes('/segments/'));
  expect(joins.length).toBeGreaterThanOrEqual(posts.length / 5);
});

test('a screen does not wait for batches that are in the queue', async () => {
  await sandbox.control.setCustomers(storeHash, { count: 2_000, groupId: 3 });
  await sandbox.control.set({ latencyMs: 30 });
  const answered = 20;
  let posts = 0;
  let reading: Promise<unknown> | undefined;
  await step(0, {
    log: ({ method }) => {
      if (method === 'POST') posts += 1;
      if (posts === answered) reading ??= findSegment(connect(), segmentId);
    },
  });
  await reading;
  const log = (await sandbox.control.log()).filter(({ path }) => !path.includes('/v3/customers'));
  const before = log.findIndex(({ method }) => method === 'GET');
  expect(before).toBeGreaterThanOrEqual(answered);
  expect(before).toBeLessThan(answered + IN_FLIGHT.segmentation + 5);
});

test('a step ends, and the next one goes on where it ended', async () => {
  await sandbox.control.setCustomers(storeHash, { count: 5_300, groupId: 3, profiles: true });
  const first = await step();
  expect(first).toMatchObject({ added: 5_000, done: 5_000, nextOffset: 5_000 });
  await sandbox.control.clearLog();
  const second = await step(5_000);
  expect(second).toMatchObject({ added: 300, alreadyIn: 0, done: 300, nextOffset: null });
  expect(await pagesRead()).toEqual(['21', '22']);
});

test('no customer is left out when BigCommerce grants smaller pages than before', async () => {
  await sandbox.control.setCustomers(storeHash, { count: 900, groupId: 3, profiles: true });
  await sandbox.control.set({ maxLimit: 60 });
  // From the 501st on; a page begins at the 481st.
  expect(await step(500)).toMatchObject({ added: 420, done: 420, nextOffset: null });
  const pages = ['9', '10', '11', '12', '13', '14', '15'];
  const [guess, ...rest] = await pagesRead();
  expect([guess, new Set(rest)]).toEqual(['3', new Set(pages)]);
  await sandbox.control.clearLog();
  await step(500);
  expect(new Set(await pagesRead())).toEqual(new Set(pages));
});

test('a customer that is deleted during a step is reported by name', async () => {
  await sandbox.control.setCustomers(storeHash, { count: 60, groupId: 3 });
  // Only BigCommerce's API is delayed, so the deletion is done before the next request is.
  await sandbox.control.set({ latencyMs: 400 });
  let adding: Promise<AddingStep> | undefined;
  const deletion = new Promise<void>((resolve, reject) => {
    adding = step(0, {
      log: ({ method }) => {
        if (method === 'GET') sandbox.control.deleteCustomer(storeHash, 9).then(resolve, reject);
      },
    });
  });
  await deletion;
  const { notAdded, ...sums } = (await adding) ?? expect.fail();
  expect(sums).toMatchObject({ added: 59, done: 60, nextOffset: null });
  expect(notAdded).toMatchObject([
    { customerId: 9, status: 'failed', name: /\w+ \w+/, failure: { code: 'not-found' } },
  ]);
});

describe('a step reports what was done and where to go on if it is stopped', () => {
  test('by the request limit', async () => {
    await sandbox.control.setCustomers(storeHash, { count: 1_000, groupId: 3 });
    // With the usual time for a step, which is much less than a window: nothing waits for its end.
    await sandbox.control.set({ quota: 25, windowMs: 600_000 });
    const first = await step(0, { timing: {} });
    expect(first.failure).toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: expect.any(Number),
    });
    expect(first.added).toBe(await memberCount());
    expect(first.done).toBeLessThan(1_000);
    expect(first.nextOffset).toBe(first.done);
    expect(first.notAdded).toEqual([]);
    await sandbox.control.set({ quota: 1_000 });
    registry = new StoreRegistry();
    const second = await step(first.nextOffset ?? 0);
    expect(second).toMatchObject({ nextOffset: null, notAdded: [] });
    expect(first.added + second.added).toBe(1_000);
    expect(first.done + second.done).toBe(1_000);
  });

  test('by a page that cannot be read', async () => {
    await sandbox.control.setCustomers(storeHash, { count: 1_000, groupId: 3 });
    await sandbox.control.addFault({ path: 'customers.*page=3', fault: '500', times: 4 });
    const stopped = await step();
    expect(stopped).toMatchObject({ done: 500, nextOffset: 500, failure: { code: 'unavailable' } });
    expect(await step(500)).toMatchObject({ done: 500, nextOffset: null });
    expect(await memberCount()).toBe(1_000);
  });

  test.each([
    ['401', 'reinstall-required'],
    ['403', 'not-permitted'],
  ] as const)('by %s, after the requests in flight', async (fault, code) => {
    await sandbox.control.setCustomers(storeHash, { count: 3_000, groupId: 3 });
    await sandbox.control.addFault({ method: 'POST', path: '/v3/', fault, times: 500 });
    expect(await step()).toMatchObject({ added: 0, done: 0, nextOffset: 0, failure: { code } });
    const posts = (await sandbox.control.log()).filter(({ method }) => method === 'POST');
    expect(posts.length).toBeLessThanOrEqual(10);
  });

  test('by a segment that is gone', async () => {
    await sandbox.control.setCustomers(storeHash, { count: 3_000, groupId: 3, profiles: true });
    segmentId = '00000000-0000-4000-8000-000000000000';
    expect(await step()).toMatchObject({ done: 0, nextOffset: 0, failure: { code: 'not-found' } });
    const posts = (await sandbox.control.log()).filter(({ method }) => method === 'POST');
    // Ten are refused. While that is looked up, the limiter sends some more of the 60.
    expect(posts.length).toBeLessThanOrEqual(30);
  });

  test('by its deadline, without a failure if a page was done', async () => {
    await sandbox.control.setCustomers(storeHash, { count: 2_000, groupId: 3 });
    let joins = 0;
    const first = await stepThatRunsLate(({ method, route }) => {
      if (method === 'POST' && route.startsWith('/v3/segments')) joins += 1;
      return joins === 20;
    });
    expect(first.failure).toBeUndefined();
    expect(first.done).toBeLessThan(2_000);
    expect(first.nextOffset).toBe(first.done);
    const second = await step(first.nextOffset ?? 0);
    expect(first.added + second.added).toBe(2_000);
    expect(first.done + second.done).toBe(2_000);
  });

  test('by its deadline, with a failure if no page was done', async () => {
    await sandbox.control.setCustomers(storeHash, { count: 300, groupId: 3 });
    const { failure, nextOffset, done } = await stepThatRunsLate(({ method }) => method === 'GET');
    expect({ failure: failure?.code, nextOffset, done }).toEqual({
      failure: 'unavailable',
      nextOffset: 0,
      done: 0,
    });
  });

  test('by a browser that has gone away', async () => {
    await sandbox.control.setCustomers(storeHash, { count: 3_000, groupId: 3 });
    await sandbox.control.set({ latencyMs: 20 });
    const browser = new AbortController();
    const log: ConnectionOptions['log'] = ({ method }) => method === 'POST' && browser.abort();
    const { nextOffset } = await step(0, {
      signal: browser.signal,
      log,
      timing: { readBackDelay: 0 },
    });
    expect(nextOffset).toBe(0);
    expect((await sandbox.control.log()).length).toBeLessThan(40);
  });
});

test('if the customers cannot be read at all, nothing is changed', async () => {
  await sandbox.control.addFault({ path: 'customers', fault: '403' });
  await expect(step()).rejects.toMatchObject({ kind: 'forbidden' });
  expect((await sandbox.control.log()).map(({ method }) => method)).toEqual(['GET']);
});
