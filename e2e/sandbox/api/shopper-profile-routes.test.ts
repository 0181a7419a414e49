import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import type { StoreShoppers } from '../control/store-snapshot.ts';
import { auroraHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const page = z.object({
  data: z.array(z.object({ id: z.string() })),
  meta: z.object({ pagination: z.object({ total: z.number() }) }),
});

let api: StoreApi;
let segmentId: string;
let inside: string[];
let outside: string[];

beforeEach(async () => {
  api = await sandbox.api(auroraHash);
  const { members, profiles } = await shoppers();
  const [found] = Object.entries(members).filter(([, ids]) => ids.length > 2);
  if (!found) throw new Error('No segment with members');
  [segmentId, inside] = found;
  outside = profiles.map(({ id }) => id).filter((id) => !inside.includes(id));
});

function shoppers(): Promise<StoreShoppers> {
  return sandbox.control.shoppers(auroraHash);
}

async function members(): Promise<string[]> {
  return (await shoppers()).members[segmentId] ?? [];
}

describe('members of a segment', () => {
  test('are listed as profiles with customer ids', async () => {
    const answer = await api('GET', `/v3/segments/${segmentId}/shopper-profiles`);
    const { profiles } = await shoppers();
    const expected = inside.map((id) => profiles.find((profile) => profile.id === id));
    expect(await answer.json()).toMatchObject({ data: expected });
  });

  test('are added up to fifty at a time', async () => {
    const path = `/v3/segments/${segmentId}/shopper-profiles`;
    expect((await api('POST', path, outside.slice(0, 51))).status).toBe(413);
    expect((await api('POST', path, outside.slice(0, 50))).status).toBe(201);
    expect(await members()).toHaveLength(inside.length + 50);
  });

  test('are the same whether ids are in upper or lower case', async () => {
    const path = `/v3/segments/${segmentId.toUpperCase()}/shopper-profiles`;
    const [id = ''] = inside;
    expect((await api('POST', path, [id.toUpperCase()])).status).toBe(409);
    expect((await api('DELETE', `${path}?id:in=${id.toUpperCase()}`)).status).toBe(204);
    expect((await api('GET', `/v3/shopper-profiles/${id.toUpperCase()}/segments`)).status).toBe(
      200,
    );
    expect(await members()).toEqual(inside.slice(1));
  });

  test('that are already in the segment make a request a conflict', async () => {
    const path = `/v3/segments/${segmentId}/shopper-profiles`;
    const answer = await api('POST', path, [outside[0], inside[0]]);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      errors: [
        {
          title: 'Unable to add shopper profiles to segment due to conflicts.',
          errors: {
            '1': `Shopper profile \`${inside[0]}\` already exists for segment \`${segmentId}\`.`,
          },
        },
      ],
    });
    expect(await members()).toEqual(inside);
  });

  test('are removed by id', async () => {
    await api('DELETE', `/v3/segments/${segmentId}/shopper-profiles?id:in=${inside[0]}`);
    expect(await members()).toEqual(inside.slice(1));
  });

  test('are all removed when no ids are given, and keep their profiles', async () => {
    await api('DELETE', `/v3/segments/${segmentId}/shopper-profiles`);
    expect(await members()).toEqual([]);
    expect((await shoppers()).profiles).toHaveLength(640);
  });

  test('of an unknown segment are answered with 404', async () => {
    const path = '/v3/segments/00000000-0000-4000-8000-000000000000/shopper-profiles';
    expect((await api('GET', path)).status).toBe(404);
  });

  test('cannot be unknown profiles', async () => {
    const path = `/v3/segments/${segmentId}/shopper-profiles`;
    expect((await api('POST', path, ['00000000-0000-4000-8000-000000000000'])).status).toBe(404);
  });
});

describe('shopper profiles', () => {
  test('are paged', async () => {
    const answer = await api('GET', '/v3/shopper-profiles?limit=250&page=3');
    const { data, meta } = page.parse(await answer.json());
    expect([data.length, meta.pagination.total]).toEqual([140, 640]);
  });

  test('are created for customers who have none', async () => {
    const withProfile = new Set((await shoppers()).profiles.map(({ customer_id }) => customer_id));
    const free = [1, 2, 3, 4, 5].filter((id) => !withProfile.has(id));
    const taken = [...withProfile][0];
    const answer = await api('POST', '/v3/shopper-profiles', [{ customer_id: free[0] }]);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ data: [{ customer_id: free[0] }] });
    const conflict = await api('POST', '/v3/shopper-profiles', [{ customer_id: taken }]);
    expect(conflict.status).toBe(409);
    const unknown = await api('POST', '/v3/shopper-profiles', [{ customer_id: 999_999 }]);
    expect(unknown.status).toBe(422);
  });

  test('list their segments', async () => {
    const answer = await api('GET', `/v3/shopper-profiles/${inside[0]}/segments?limit=250`);
    expect(page.parse(await answer.json()).data.map(({ id }) => id)).toContain(segmentId);
  });

  test('are removed from their segments when deleted by id', async () => {
    await api('DELETE', `/v3/shopper-profiles?id:in=${inside[0]}`);
    expect((await shoppers()).profiles).toHaveLength(639);
    expect(await members()).toEqual(inside.slice(1));
  });

  test('are all deleted when no ids are given', async () => {
    await api('DELETE', '/v3/shopper-profiles');
    expect((await shoppers()).profiles).toEqual([]);
    expect(await members()).toEqual([]);
  });
});
