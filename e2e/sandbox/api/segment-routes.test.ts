import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const listed = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string(), description: z.string() })),
  meta: z.object({ pagination: z.record(z.string(), z.number()) }),
});

let api: StoreApi;
beforeEach(async () => {
  api = await sandbox.api(auroraHash);
});

async function list(query = '') {
  return listed.parse(await (await api('GET', `/v3/segments${query}`)).json());
}

async function names(): Promise<string[]> {
  return (await sandbox.control.state(auroraHash)).segments.map(({ name }) => name);
}

describe('reading', () => {
  test('pages have 50 segments by default', async () => {
    const { data, meta } = await list();
    expect(data).toHaveLength(50);
    expect(meta.pagination).toEqual({
      total: 240,
      count: 50,
      per_page: 50,
      current_page: 1,
      total_pages: 5,
    });
  });

  test('all pages together hold every segment once', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list(`?limit=100&page=${page}`)));
    const ids = pages.flatMap(({ data }) => data.map(({ id }) => id));
    expect(new Set(ids).size).toBe(240);
    expect(pages.at(-1)?.meta.pagination).toMatchObject({ count: 40, current_page: 3 });
  });

  test('a page past the end is empty', async () => {
    expect((await list('?page=99')).data).toEqual([]);
  });

  test('a limit above the maximum is lowered, or refused if configured', async () => {
    expect((await list('?limit=1000')).meta.pagination).toMatchObject({
      per_page: 250,
      count: 240,
    });
    await sandbox.control.set({ overLimit: '413', maxLimit: 100 });
    expect((await api('GET', '/v3/segments?limit=101')).status).toBe(413);
    expect((await api('GET', '/v3/segments?limit=100')).status).toBe(200);
  });

  test.each(['page=0', 'limit=-1', 'limit=abc', 'id:in=1'])('%s is refused', async (query) => {
    expect((await api('GET', `/v3/segments?${query}`)).status).toBe(422);
  });

  test('id:in selects segments', async () => {
    const [a, b] = (await list()).data;
    const found = await list(`?id:in=${a?.id},${b?.id}`);
    expect(found.data).toEqual([a, b]);
  });
});

describe('updating', () => {
  test('changes the given fields and keeps the others', async () => {
    const [first] = (await list()).data;
    const answer = await api('PUT', '/v3/segments', [{ id: first?.id, name: 'Renamed' }]);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      data: [{ id: first?.id, name: 'Renamed', description: first?.description }],
    });
    await sandbox.control.set({ putStatus: 200 });
    const again = await api('PUT', '/v3/segments', [{ id: first?.id, description: 'Other' }]);
    expect([again.status, (await list()).data[0]]).toMatchObject([
      200,
      { name: 'Renamed', description: 'Other' },
    ]);
  });

  test('an id may be in upper case', async () => {
    const [first] = (await list()).data;
    const id = first?.id.toUpperCase();
    expect((await api('PUT', '/v3/segments', [{ id, name: 'Renamed' }])).status).toBe(201);
    expect((await list()).data[0]).toEqual({ ...first, name: 'Renamed' });
  });

  test('a taken name is refused with the configured status', async () => {
    const [a, b] = (await list()).data;
    const rename = () => api('PUT', '/v3/segments', [{ id: a?.id, name: b?.name }]);
    expect((await rename()).status).toBe(409);
    await sandbox.control.set({ renameConflictStatus: 422 });
    expect((await rename()).status).toBe(422);
    expect((await list()).data[0]).toEqual(a);
  });

  test('a segment may keep its own name', async () => {
    const [a] = (await list()).data;
    expect((await api('PUT', '/v3/segments', [{ id: a?.id, name: a?.name }])).status).toBe(201);
  });

  test('an unknown segment is not found', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect((await api('PUT', '/v3/segments', [{ id, name: 'X' }])).status).toBe(404);
  });
});

describe('deleting', () => {
  test('removes only the given segments and ignores unknown ids', async () => {
    const [a, b] = (await list()).data;
    const unknown = '00000000-0000-4000-8000-000000000000';
    const answer = await api('DELETE', `/v3/segments?id:in=${a?.id},${unknown}`);
    expect(answer.status).toBe(204);
    const left = await names();
    expect(left).toHaveLength(239);
    expect(left).toContain(b?.name);
  });

  test.each(['', '?id:in=', '?id=x'])('without ids it deletes everything (%j)', async (query) => {
    expect((await api('DELETE', `/v3/segments${query}`)).status).toBe(204);
    expect(await names()).toEqual([]);
    expect((await sandbox.control.state(brambleHash)).segments).toHaveLength(3);
  });

  test('an id that is not a UUID is refused', async () => {
    expect((await api('DELETE', '/v3/segments?id:in=undefined')).status).toBe(422);
    expect(await names()).toHaveLength(240);
  });
});
