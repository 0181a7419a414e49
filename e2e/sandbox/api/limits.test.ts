import { beforeEach, describe, expect, test } from 'vitest';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();

let api: StoreApi;
beforeEach(async () => {
  api = await sandbox.api(auroraHash);
});

function rateLimit({ headers }: Response) {
  return {
    left: Number(headers.get('x-rate-limit-requests-left')),
    quota: Number(headers.get('x-rate-limit-requests-quota')),
    windowMs: Number(headers.get('x-rate-limit-time-window-ms')),
    resetMs: Number(headers.get('x-rate-limit-time-reset-ms')),
  };
}

describe('quota', () => {
  test('counts every request to the store and refuses those beyond', async () => {
    await sandbox.control.set({ quota: 2, windowMs: 60_000 });
    expect(rateLimit(await api('GET', '/v2/store'))).toMatchObject({
      left: 1,
      quota: 2,
      windowMs: 60_000,
    });
    expect(rateLimit(await api('GET', '/v3/segments')).left).toBe(0);
    const refused = await api('GET', '/v3/customers');
    expect(refused.status).toBe(429);
    expect(rateLimit(refused)).toMatchObject({ left: 0, resetMs: expect.any(Number) });
    expect(rateLimit(refused).resetMs).toBeGreaterThan(50_000);
  });

  test('is one store’s own', async () => {
    await sandbox.control.set({ quota: 1 });
    const other = await sandbox.api(brambleHash);
    await api('GET', '/v3/segments');
    expect((await api('GET', '/v3/segments')).status).toBe(429);
    expect((await other('GET', '/v3/segments')).status).toBe(200);
  });

  test('is whole again once the announced time has passed', async () => {
    await sandbox.control.set({ quota: 1, windowMs: 150 });
    await api('GET', '/v3/segments');
    await expect
      .poll(async () => (await api('GET', '/v3/segments')).status, { interval: 20 })
      .toBe(200);
  });

  test('is shared with other apps', async () => {
    await sandbox.control.set({ quota: 1_000, otherAppRate: 1_000_000 });
    await expect
      .poll(async () => (await api('GET', '/v3/segments')).status, { interval: 5 })
      .toBe(429);
  });
});

describe('concurrency', () => {
  test('the eleventh request in flight is refused, and the log shows the crowd', async () => {
    await sandbox.control.set({ latencyMs: 1_500 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => api('GET', '/v3/segments')));
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('x-rate-limit-requests-left')).not.toBeNull();
    const crowd = (await sandbox.control.log()).map(({ inFlight }) => inFlight);
    expect(Math.max(...crowd)).toBeGreaterThanOrEqual(11);
    expect((await api('GET', '/v3/segments')).status).toBe(200);
  });

  test('a reset forgets what is still under way', async () => {
    await sandbox.control.addFault({ path: '/v3/segments', fault: 'hang', times: 10 });
    const caller = new AbortController();
    const hanging = Array.from({ length: 10 }, () =>
      api('GET', '/v3/segments', undefined, { signal: caller.signal }).catch(() => {}),
    );
    await expect.poll(() => sandbox.control.log()).toHaveLength(10);
    await sandbox.control.reset();
    const fresh = await sandbox.api(auroraHash);
    expect((await fresh('GET', '/v3/segments')).status).toBe(200);
    caller.abort();
    await Promise.all(hanging);
  });

  test('other endpoints have no such limit', async () => {
    await sandbox.control.set({ latencyMs: 50 });
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => api('GET', '/v3/customers')),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
  });
});

test('latency is added to every request', async () => {
  await sandbox.control.set({ latencyMs: 80 });
  await api('GET', '/v2/store');
  const [entry] = await sandbox.control.log();
  expect((entry?.finishedAt ?? 0) - (entry?.startedAt ?? 0)).toBeGreaterThanOrEqual(79);
});
