import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { FakeClock } from '../../testing/fake-clock.ts';
import { startTestApi } from '../../testing/test-api.ts';
import type { Connection } from './connection.ts';
import { request } from './request.ts';
import { StoreRegistry } from './store-state.ts';

const api = startTestApi();
const ok = { body: { data: 'fine' } };
const call = { route: '/v3/segments', pool: 'segmentation', schema: z.unknown() } as const;
const get = (connection: Connection) => request(connection, { ...call, method: 'GET' });
const put = (connection: Connection) => request(connection, { ...call, method: 'PUT', body: [] });

test('equal GETs in flight are one request, and a caller that leaves does not abort it for the others', async () => {
  const controller = new AbortController();
  const registry = new StoreRegistry();
  const { connection } = api.connect({ registry });
  const { connection: leaver } = api.connect({ registry, signal: controller.signal });
  api.handle(() => {
    controller.abort();
    return ok;
  });
  const left = get(leaver).catch((error: unknown) => error);
  const [first, second] = await Promise.all([get(connection), get(connection)]);
  expect(first).toEqual(second);
  expect(await left).toMatchObject({ kind: 'unavailable' });
  expect(api.seen).toHaveLength(1);
});

test.each([200, 500, 'cut'] as const)(
  'no caller joins a read that began before a write ended with %s',
  async (end) => {
    const { connection } = api.connect();
    const held: ServerResponse[] = [];
    api.handle(({ method }, response) => {
      if (method === 'PUT') return end === 'cut' ? 'cut' : { ...ok, status: end };
      if (held.length > 0) return ok;
      held.push(response);
      return 'hang';
    });
    const onEarlyAnswer = vi.fn();
    const early = get(connection).then(onEarlyAnswer);
    await vi.waitFor(() => expect(held).toHaveLength(1));
    await put(connection).catch(() => {});
    // A caller reads like this to look up the outcome of the write.
    await get(connection);
    expect(onEarlyAnswer).not.toHaveBeenCalled();
    held[0]?.end(JSON.stringify(ok.body));
    await early;
    expect(api.seen.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
  },
);

test('the last caller to leave ends the request', async () => {
  const controller = new AbortController();
  const { connection } = api.connect({ signal: controller.signal });
  const { promise: hungUp, resolve } = Promise.withResolvers<void>();
  api.handle((_, response) => {
    response.once('close', resolve);
    controller.abort();
    return 'hang';
  });
  await expect(get(connection)).rejects.toMatchObject({ kind: 'unavailable' });
  await hungUp;
});

describe('callers with different deadlines', () => {
  /** Two connections to one store, whose time stands still. */
  function connectBoth() {
    const registry = new StoreRegistry({ clock: new FakeClock(), random: () => 0 });
    const soonDue = api.connect({ registry, timing: { action: 20_000 } });
    const laterDue = api.connect({ registry, timing: { action: 30_000 } });
    return { soonDue: soonDue.connection, laterDue: laterDue.connection };
  }

  test('a caller joins no request that may keep it beyond its own deadline', async () => {
    const { soonDue, laterDue } = connectBoth();
    const held: ServerResponse[] = [];
    api.handle((_, response) => {
      if (held.length > 0) return ok;
      held.push(response);
      return 'hang';
    });
    const first = get(laterDue);
    await vi.waitFor(() => expect(held).toHaveLength(1));
    expect(await get(soonDue)).toEqual(ok.body);
    held[0]?.end(JSON.stringify(ok.body));
    expect(await first).toEqual(ok.body);
  });

  test('a caller with time left asks again after what may be over soon', async () => {
    const { soonDue, laterDue } = connectBoth();
    api.handle(() => (api.seen.length <= 4 ? { status: 500 } : ok));
    const [first, second] = await Promise.allSettled([get(soonDue), get(laterDue)]);
    expect(first).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable' } });
    expect(second).toEqual({ status: 'fulfilled', value: ok.body });
    expect(api.seen).toHaveLength(5);
  });

  test('a refusal is the answer to all', async () => {
    const { soonDue, laterDue } = connectBoth();
    api.handle(() => ({ status: 404 }));
    const results = await Promise.allSettled([get(soonDue), get(laterDue)]);
    const notFound = { status: 'rejected', reason: { kind: 'not-found' } };
    expect(results).toMatchObject([notFound, notFound]);
    expect(api.seen).toHaveLength(1);
  });
});
