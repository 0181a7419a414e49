import { apiRoute } from '@/lib/requests/api-route.ts';
import { countMatching } from '@/lib/shoppers/count-matching.ts';
import { customerFilterQuery } from '@/lib/shoppers/customer-filter.ts';

/** How many customers match a filter. */
export const GET = apiRoute(
  'GET /api/customers/count',
  customerFilterQuery,
  async ({ session, connect }, filter) => {
    const { timeZone } = session.store;
    const total = await countMatching(await connect(), { filter, timeZone });
    return Response.json({ data: { total } });
  },
);
