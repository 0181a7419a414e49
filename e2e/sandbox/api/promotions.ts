import { type Context, Hono } from 'hono';
import type { Sandbox } from '../sandbox.ts';
import type { Promotion } from '../store.ts';
import type { ApiEnv } from './api-env.ts';
import { requireScope } from './authorize.ts';
import { paginateWithLinks, readPage } from './paging.ts';
import { ApiProblem } from './problem.ts';

/** Reading promotions. No filter knows about segments. */
export function promotionRoutes(sandbox: Sandbox) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireScope('store_v2_marketing'));
  routes.get('/', (c) => {
    const found = c.get('store').promotions.filter((promotion) => matches(c, promotion));
    return c.json(paginateWithLinks(sorted(c, found), readPage(c, sandbox.settings)));
  });
  return routes;
}

function matches(c: Context, promotion: Promotion): boolean {
  const { id, name, status, redemption_type: type, currency_code: currency } = promotion;
  const wanted = [
    ['id', String(id)],
    ['name', name],
    ['status', status],
    ['redemption_type', type],
    ['currency_code', currency],
  ] as const;
  const search = c.req.query('query')?.toLowerCase() ?? '';
  return (
    name.toLowerCase().includes(search) &&
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
