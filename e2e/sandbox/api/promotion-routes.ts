import { type Context, Hono } from 'hono';
import type { Promotion } from '../sandbox-store.ts';
import type { ApiEnv } from './api-env.ts';
import { requireScope } from './authorize.ts';
import { listFilter } from './id-filter.ts';
import { paginateWithLinks, readPage } from './paginate.ts';
import { ApiProblem } from './problem.ts';

/** Documented for this endpoint; for others the limits are settings. */
const pages = { maxLimit: 250, overLimit: '422' } as const;

/** Routes that read promotions. As in BigCommerce, no filter searches by segment. */
export function promotionRoutes() {
  const routes = new Hono<ApiEnv>();
  routes.use(requireScope('store_v2_marketing'));
  routes.get('/', (c) => {
    const found = c.get('store').promotions.filter((promotion) => matches(c, promotion));
    return c.json(paginateWithLinks(sorted(c, found), readPage(c, pages)));
  });
  // Unlike other V3 endpoints, this one answers with a list of errors.
  routes.onError((error, c) => {
    if (!(error instanceof ApiProblem)) throw error;
    return c.json({ errors: [{ status: error.status, title: error.message }] }, 422);
  });
  return routes;
}

function matches(c: Context, promotion: Promotion): boolean {
  const { id, name, status, redemption_type: type, currency_code: currency, channels } = promotion;
  const code = promotion.codes?.code ?? '';
  const wanted = [
    ['id', String(id)],
    ['name', name],
    ['code', code],
    ['status', status],
    ['redemption_type', type],
    ['currency_code', currency],
  ] as const;
  const search = c.req.query('query')?.toLowerCase() ?? '';
  const wantedChannels = listFilter(c, 'channels');
  return (
    [name, code].some((text) => text.toLowerCase().includes(search)) &&
    (!wantedChannels ||
      channels.length === 0 ||
      channels.some((channel) => wantedChannels.includes(String(channel.id)))) &&
    wanted.every(([filter, value]) => {
      const text = c.req.query(filter);
      return text === undefined || text.toLowerCase() === value.toLowerCase();
    })
  );
}

const orders: Record<string, (a: Promotion, b: Promotion) => number> = {
  id: (a, b) => a.id - b.id,
  priority: (a, b) => a.id - b.id,
  name: (a, b) => a.name.localeCompare(b.name, 'en'),
  start_date: (a, b) => a.start_date.localeCompare(b.start_date),
};

function sorted(c: Context, promotions: Promotion[]): Promotion[] {
  const order = orders[c.req.query('sort') || 'id'];
  const direction = c.req.query('direction') || 'asc';
  if (!order || !['asc', 'desc'].includes(direction)) {
    throw new ApiProblem(422, 'The sort order was not valid', { sort: 'is not valid' });
  }
  return promotions.sort(direction === 'asc' ? order : (a, b) => order(b, a));
}
