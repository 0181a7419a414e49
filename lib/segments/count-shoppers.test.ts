import { beforeEach, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { countShoppers } from './count-shoppers.ts';

const sandbox = sandboxForTests();
const gone = '00000000-0000-4000-8000-000000000000';
let accessToken: string;
let ids: string[];

beforeEach(async () => {
  accessToken = await sandbox.control.install(storeHash);
  ids = (await sandbox.control.state(storeHash)).segments.map(({ id }) => id);
});

function connect(signal?: AbortSignal): Connection {
  const registry = new StoreRegistry({ random: () => 0 });
  const lane = 'background';
  return new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry, lane, signal });
}

test('each segment has its count, and one that is gone fails alone', async () => {
  const { memberCounts } = await sandbox.control.state(storeHash);
  const [first = '', second = ''] = ids;
  expect(await countShoppers(connect(), [first, gone, second])).toEqual([
    { id: first, total: memberCounts[first] },
    {
      id: gone,
      failure: { code: 'not-found', message: expect.any(String), detail: expect.any(String) },
    },
    { id: second, total: memberCounts[second] },
  ]);
});

test('counting a segment requests one shopper only', async () => {
  await countShoppers(connect(), ids.slice(0, 1));
  const [request, ...others] = await sandbox.control.log();
  expect(request?.path).toContain('/shopper-profiles?page=1&limit=1');
  expect(others).toEqual([]);
});

test('a refused token is an error', async () => {
  await sandbox.control.revokeToken(storeHash);
  await expect(countShoppers(connect(), ids)).rejects.toMatchObject({ kind: 'unauthorized' });
});

test('without the permission, one segment is asked for and no other', async () => {
  await sandbox.control.set({ reducedScopes: ['store_v2_customers_read_only'] });
  await expect(countShoppers(connect(), ids)).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await sandbox.control.log()).toHaveLength(1);
});

test('no more requests are sent after the browser has gone away', async () => {
  await sandbox.control.set({ latencyMs: 50 });
  const browser = new AbortController();
  const many = Array.from({ length: 50 }, (_, index) => gone.replace(/00$/, String(10 + index)));
  const counting = countShoppers(connect(browser.signal), many);
  browser.abort();
  const counts = await counting;
  expect(counts.every((count) => 'failure' in count)).toBe(true);
  expect((await sandbox.control.log()).length).toBeLessThanOrEqual(10);
});
