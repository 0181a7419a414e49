import { Hono } from 'hono';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import type { Store } from '../sandbox-store.ts';
import type { ShopperProfile } from '../stored-profiles.ts';
import { nowIso } from '../timestamp.ts';
import type { ApiEnv } from './api-env.ts';
import { requireScope, requireSegmentation } from './authorize.ts';
import { answerBatch, type Decision } from './batch.ts';
import { answerDelete } from './delete-collection.ts';
import { uuidFilter } from './id-filter.ts';
import { withOddRecord } from './odd-record.ts';
import { paginate, readPage } from './paginate.ts';
import { ApiProblem } from './problem.ts';
import { readBody, requireBatchWithin } from './validated-body.ts';

export function shopperProfileRoutes(sandbox: Sandbox) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireScope('store_v2_customers'), requireSegmentation(sandbox));

  routes.get('/', (c) => {
    const page = paginate(c.get('store').profiles.list, readPage(c, sandbox.settings));
    return c.json({ ...page, data: withOddRecord(page.data, sandbox.settings) });
  });

  routes.post('/', async (c) => {
    const items = await readBody(c, z.array(z.object({ customer_id: z.number().int() })).min(1));
    requireBatchWithin(items, sandbox.settings.shopperProfileBatch);
    const decisions = decideProfiles(
      c.get('store'),
      items.map(({ customer_id }) => customer_id),
    );
    return answerBatch(c, decisions, sandbox.settings.mixedBatch, (data) =>
      c.json({ data, meta: {} }, 201),
    );
  });

  routes.delete('/', (c) => {
    const { profiles, members } = c.get('store');
    return answerDelete(c, uuidFilter(c) ?? new Set(profiles.keys()), (id) => {
      profiles.delete(id);
      for (const inSegment of members.values()) inSegment.delete(id);
    });
  });

  routes.get('/:profileId/segments', (c) => {
    const { profiles, segments, members } = c.get('store');
    const id = c.req.param('profileId').toLowerCase();
    if (!profiles.has(id)) throw new ApiProblem(404, 'Shopper profile not found.');
    const found = [...segments.values()].filter((segment) => members.get(segment.id)?.has(id));
    const page = paginate(found, readPage(c, sandbox.settings));
    return c.json({ ...page, data: withOddRecord(page.data, sandbox.settings) });
  });

  return routes;
}

function decideProfiles(store: Store, customerIds: readonly number[]): Decision<ShopperProfile>[] {
  const taken = new Set<number>();
  return customerIds.map((customer_id) => {
    if (!store.customers.has(customer_id)) {
      const detail = `Customer ${customer_id} does not exist.`;
      return { refuse: { status: 422, title: 'Unable to create shopper profiles.', detail } };
    }
    if (store.profiles.ofCustomer(customer_id) || taken.has(customer_id)) {
      const title = 'Unable to create shopper profiles due to conflicts.';
      const detail = `Customer ${customer_id} already has a shopper profile.`;
      return { refuse: { status: 409, title, detail } };
    }
    taken.add(customer_id);
    return {
      commit() {
        const at = nowIso();
        const profile = { id: store.prng.uuid(), customer_id, created_at: at, updated_at: at };
        store.profiles.add(profile);
        return profile;
      },
    };
  });
}
