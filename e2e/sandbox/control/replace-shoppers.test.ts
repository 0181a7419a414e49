import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const found = z.object({
  data: z.array(z.looseObject({ id: z.number() })),
  meta: z.object({ pagination: z.object({ total: z.number() }) }),
});

let api: StoreApi;
let segmentId: string;

beforeEach(async () => {
  api = await sandbox.api(auroraHash);
  const [segment] = (await sandbox.control.state(auroraHash)).segments;
  segmentId = segment?.id ?? '';
});

async function customers(query: string) {
  return found.parse(await (await api('GET', `/v3/customers?${query}`)).json());
}

async function inside(): Promise<readonly string[]> {
  return (await sandbox.control.shoppers(auroraHash)).members[segmentId] ?? [];
}

describe('customers', () => {
  test('are replaced, which removes all profiles and members', async () => {
    await sandbox.control.setCustomers(auroraHash, { count: 70 });
    const { customerCount, profileCount, memberCounts } = await sandbox.control.state(auroraHash);
    expect([customerCount, profileCount]).toEqual([70, 0]);
    expect(new Set(Object.values(memberCounts))).toEqual(new Set([0]));
    expect((await customers('limit=250')).data.map(({ id }) => id)).toEqual(
      Array.from({ length: 70 }, (_, index) => index + 1),
    );
  });

  test('can all have a profile, a group and a company', async () => {
    const wanted = { count: 3, profiles: true, groupId: 77, company: 'Tent & Co' };
    await sandbox.control.setCustomers(auroraHash, wanted);
    const query = 'company:in=Tent%20%26%20Co&customer_group_id:in=77&include=shopper_profile_id';
    const { data } = await customers(query);
    expect(data).toHaveLength(3);
    for (const customer of data) expect(customer.shopper_profile_id).toEqual(expect.any(String));
    const groups = await (await api('GET', '/v2/customer_groups')).json();
    expect(groups).toContainEqual({ id: 77, name: 'Group 77', is_default: false });
  });

  test('can be deleted one by one and keep their profiles', async () => {
    const before = await customers('name:like=a&limit=1');
    const id = before.data[0]?.id ?? 0;
    await sandbox.control.deleteCustomer(auroraHash, id);
    const { data, meta } = await customers('name:like=a&limit=1');
    expect(data[0]?.id).not.toBe(id);
    expect(meta.pagination.total).toBe(before.meta.pagination.total - 1);
    expect((await customers(`id:in=${id}`)).data).toEqual([]);
    expect((await sandbox.control.state(auroraHash)).profileCount).toBe(640);
    await expect(sandbox.control.deleteCustomer(auroraHash, id)).rejects.toThrow('404');
  });
});

describe('members', () => {
  test.each([0, 3, 1_000, 2_500])('can be set to exactly %i', async (count) => {
    await sandbox.control.setMembers(auroraHash, segmentId, count);
    expect(new Set(await inside()).size).toBe(count);
    const { memberCounts, profileCount, customerCount } = await sandbox.control.state(auroraHash);
    expect(memberCounts[segmentId]).toBe(count);
    expect(profileCount).toBe(Math.max(count, 640));
    expect(customerCount).toBe(Math.max(count, 2_000));
  });

  test('belong to customers that are listed with their segments', async () => {
    await sandbox.control.setMembers(auroraHash, segmentId, 2_500);
    const { data } = await customers('id:in=2500&include=shopper_profile_id,segment_ids');
    expect(data[0]).toMatchObject({ segment_ids: [segmentId] });
    expect(await inside()).toContain(data[0]?.shopper_profile_id);
  });

  test('that are removed and added again are listed last', async () => {
    await sandbox.control.setMembers(auroraHash, segmentId, 3);
    const [first = '', ...others] = await inside();
    const path = `/v3/segments/${segmentId}/shopper-profiles`;
    await api('DELETE', `${path}?id:in=${first}`);
    await api('POST', path, [first]);
    const listed = z.object({ data: z.array(z.object({ id: z.string() })) });
    const { data } = listed.parse(await (await api('GET', path)).json());
    expect(data.map(({ id }) => id)).toEqual([...others, first]);
  });

  test('cannot be set for an unknown segment', async () => {
    await expect(sandbox.control.setMembers(auroraHash, crypto.randomUUID(), 1)).rejects.toThrow(
      '404',
    );
  });
});
