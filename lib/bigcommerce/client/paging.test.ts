import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApi } from '../../testing/test-api.ts';
import { listAll, pageSchema, readPage } from './paging.ts';

const api = startTestApi();
const collection = {
  route: '/v3/items',
  pool: 'segmentation',
  schema: pageSchema(z.array(z.object({ id: z.number() }))),
} as const;
const numbers = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

interface Rules {
  granted?: number;
  /** What the answer gives as the page size; the default is the size that is granted. */
  reported?: number;
  refuse?: number;
  beforePage?: (request: number) => void;
}

/** Serves the items, which may change between requests. */
function serve(
  items: { id: number }[],
  { granted = 50, reported = granted, refuse, beforePage }: Rules = {},
) {
  api.handle(({ url }) => {
    beforePage?.(api.seen.length);
    const query = new URL(url, api.url).searchParams;
    if (refuse !== undefined && query.has('limit')) return { status: refuse };
    const page = Number(query.get('page'));
    const data = items.slice((page - 1) * granted, page * granted);
    const total = items.length;
    const pagination = { total, per_page: reported, total_pages: Math.ceil(total / reported) };
    return { body: { data, meta: { pagination } } };
  });
}

const list = () => listAll(api.connect().connection, collection);

describe('page size', () => {
  test.each([
    [0, 250, 1],
    [250, 250, 1],
    [251, 250, 2],
    [1_000, 250, 4],
    [240, 50, 5],
    [21, 7, 3],
  ])('%i items on pages of %i take %i requests', async (count, granted, requests) => {
    serve(numbers(count), { granted });
    expect(await list()).toEqual(numbers(count));
    expect(api.seen).toHaveLength(requests);
    expect(api.seen[0]?.url).toContain('limit=250');
  });

  test.each([
    [120, 50],
    [280, 50],
    [500, 100],
    [251, 20],
  ])(
    '%i items on pages of %i are all read although the answer says 250',
    async (count, granted) => {
      serve(numbers(count), { granted, reported: 250 });
      expect(await list()).toEqual(numbers(count));
    },
  );

  test.each([413, 422])(
    'a page whose size is refused with %i has the default size',
    async (refuse) => {
      serve(numbers(120), { granted: 20, refuse });
      const { connection } = api.connect();
      const page = await readPage(connection, collection, 6, 50);
      expect(page).toMatchObject({
        items: numbers(120).slice(100),
        total: 120,
        pages: 6,
        size: 20,
      });
    },
  );

  test.each([413, 422])('a limit that was refused with %i is not sent again', async (refuse) => {
    serve(numbers(120), { refuse });
    const { connection } = api.connect();
    expect(await listAll(connection, collection)).toEqual(numbers(120));
    expect(api.seen).toHaveLength(4);
    await listAll(connection, collection);
    expect(api.seen).toHaveLength(7);
  });

  test('after a refusal for another reason, the limit is sent again', async () => {
    const { connection } = api.connect();
    api.handle(() => ({ status: 422 }));
    await expect(listAll(connection, collection)).rejects.toMatchObject({ kind: 'invalid' });
    expect(api.seen).toHaveLength(2);
    serve(numbers(500), { granted: 250 });
    await listAll(connection, collection);
    expect(api.seen[2]?.url).toContain('limit=250');
  });

  test('a limit that is refused after another request has learned not to send it is left out as well', async () => {
    const { connection } = api.connect();
    const { promise: late, resolve } = Promise.withResolvers<ServerResponse>();
    api.handle((_, response) => {
      resolve(response);
      return 'hang';
    });
    const slow = listAll(connection, { ...collection, query: { name: 'slow' } });
    const response = await late;
    serve(numbers(3), { refuse: 422 });
    await listAll(connection, collection);
    response.writeHead(422).end();
    expect(await slow).toEqual(numbers(3));
  });

  test('a list with too many pages is an error', async () => {
    api.handle(() => ({
      body: { data: [{ id: 1 }], meta: { pagination: { total: 1e6, per_page: 1 } } },
    }));
    await expect(list()).rejects.toMatchObject({ kind: 'unexpected' });
    expect(api.seen).toHaveLength(1);
  });
});

describe('a list read before', () => {
  test.each([
    ['grown', 120, 260],
    ['shrunk', 260, 120],
    ['emptied', 260, 0],
    ['unchanged', 260, 260],
  ])('takes at most one request a page, also if it has %s', async (_, before, after) => {
    const { connection } = api.connect();
    serve(numbers(before));
    await listAll(connection, collection);
    api.seen.length = 0;
    serve(numbers(after));
    expect(await listAll(connection, collection)).toEqual(numbers(after));
    const pages = Math.ceil(Math.max(before, after) / 50);
    expect(api.seen.length).toBeLessThanOrEqual(pages);
  });

  test('is read whatever the answer to a page beyond its end is', async () => {
    const { connection } = api.connect();
    serve(numbers(100));
    await listAll(connection, collection);
    api.handle(({ url }) =>
      url.includes('page=1&')
        ? { body: { data: [{ id: 1 }], meta: { pagination: { total: 1, per_page: 50 } } } }
        : { status: 404 },
    );
    expect(await listAll(connection, collection)).toEqual([{ id: 1 }]);
  });
});

describe('a list that changes while it is read', () => {
  test('misses no item when one is removed from a page already read', async () => {
    const items = numbers(150);
    serve(items, { beforePage: (request) => request === 2 && items.shift() });
    expect(await list()).toEqual(numbers(150).slice(1));
    expect(api.seen).toHaveLength(6);
  });

  test('has no item twice when one is added in front', async () => {
    const items = numbers(150);
    serve(items, { beforePage: (request) => request === 2 && items.unshift({ id: -1 }) });
    expect(await list()).toEqual(items);
  });

  test('has every item that stayed in it once, even if it never stops changing', async () => {
    const items = numbers(200);
    serve(items, { beforePage: (request) => request % 2 === 0 && items.shift() });
    const ids = (await list()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of items) expect(ids).toContain(id);
  });
});
