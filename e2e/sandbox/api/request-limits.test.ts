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
  test('counts every request to the store and refuses those over the limit', async () => {
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

  test('is separate for each store', async () => {
    await sandbox.control.set({ quota: 1 });
    const other = await sandbox.api(brambleHash);
    await api('GET', '/v3/segments');
    expect((await api('GET', '/v3/segments')).status).toBe(429);
    expect((await other('GET', '/v3/segments')).status).toBe(200);
  });

  test('is full again after the announced time', async () => {
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
  /** Keeps `count` requests in flight until the returned function is called. */
  async function hold(count: number, path: string): Promise<() => Promise<void>> {
    await sandbox.control.addFault({ path, fault: 'hang', times: count });
    const caller = new AbortController();
    const held = Array.from({ length: count }, () =>
      api('GET', path, undefined, { signal: caller.signal }).catch(() => {}),
    );
    await expect.poll(() => sandbox.control.log()).toHaveLength(count);
    return async () => {
      caller.abort();
      await Promise.all(held);
    };
  }

  test('the eleventh request in flight is refused, and the log counts all eleven', async () => {
    const end = await hold(10, '/v3/segments');
    const refused = await api('GET', '/v3/segments');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-rate-limit-requests-left')).not.toBeNull();
    expect((await sandbox.control.log()).map(({ inFlight }) => inFlight)).toEqual(
      Array.from({ length: 11 }, (_, index) => index + 1),
    );
    await end();
    await expect.poll(async () => (await api('GET', '/v3/segments')).status).toBe(200);
  });

  test('the tenth is answered', async () => {
    const end = await hold(9, '/v3/segments');
    expect((await api('GET', '/v3/segments')).status).toBe(200);
    await end();
  });

  test('a reset no longer counts the requests that are still in flight', async () => {
    const end = await hold(10, '/v3/segments');
    await sandbox.control.reset();
    const fresh = await sandbox.api(auroraHash);
    expect((await fresh('GET', '/v3/segments')).status).toBe(200);
    await end();
  });

  test('other endpoints have no such limit', async () => {
    const end = await hold(15, '/v3/customers');
    expect((await api('GET', '/v3/customers')).status).toBe(200);
    await end();
  });
});

test('latency is added to every request', async () => {
  await sandbox.control.set({ latencyMs: 80 });
  await api('GET', '/v2/store');
  const [entry] = await sandbox.control.log();
  expect((entry?.finishedAt ?? 0) - (entry?.startedAt ?? 0)).toBeGreaterThanOrEqual(79);
});
