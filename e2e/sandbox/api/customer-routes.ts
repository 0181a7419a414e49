import { type Context, Hono } from 'hono';
import type { Sandbox } from '../sandbox.ts';
import type { Store } from '../sandbox-store.ts';
import type { ApiEnv } from './api-env.ts';
import { requireScope } from './authorize.ts';
import { findCustomers } from './customer-filters.ts';
import { customerPage } from './customer-pages.ts';
import { listFilter } from './id-filter.ts';
import { withOddRecord } from './odd-record.ts';
import { paginate, readPage } from './paginate.ts';
import { ApiProblem } from './problem.ts';

/** The allowed values of `include`. Those without data in the sandbox add nothing. */
const inclusions = new Set([
  'addresses',
  'storecredit',
  'attributes',
  'formfields',
  'shopper_profile_id',
  'segment_ids',
]);

export function customerRoutes(sandbox: Sandbox) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireScope('store_v2_customers'));
  routes.get('/', (c) => {
    const store = c.get('store');
    const asked = readInclude(c);
    const include = sandbox.settings.include === 'ignored' ? new Set<string>() : asked;
    const page = customerPage(
      c,
      findCustomers(c, store.customers, sandbox.settings),
      sandbox.settings,
    );
    const data = page.data.map((customer) => ({
      ...customer,
      ...included(store, store.profiles.ofCustomer(customer.id)?.id, include),
    }));
    return c.json({ ...page, data: withOddRecord(data, sandbox.settings) });
  });
  return routes;
}

/** `/v2/customer_groups`: a page as a plain list, or 204 without a body if it has none. */
export function customerGroupRoutes(sandbox: Sandbox) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireScope('store_v2_customers'));
  routes.get('/', (c) => {
    const { data } = paginate(c.get('store').customerGroups, readPage(c, sandbox.settings));
    return data.length > 0 ? c.json(data) : c.body(null, 204);
  });
  return routes;
}

function readInclude(c: Context): ReadonlySet<string> {
  const names = listFilter(c, 'include') ?? [];
  if (names.every((name) => inclusions.has(name))) return new Set(names);
  throw new ApiProblem(422, 'The filter was not valid', { include: 'is not valid' });
}

function included(store: Store, profileId: string | undefined, include: ReadonlySet<string>) {
  const isMember = ([, members]: [string, ReadonlyMap<string, unknown>]) =>
    profileId !== undefined && members.has(profileId);
  return {
    ...(include.has('shopper_profile_id') && { shopper_profile_id: profileId ?? null }),
    ...(include.has('segment_ids') && {
      segment_ids: [...store.members].filter(isMember).map(([id]) => id),
    }),
  };
}
