import { countCustomers } from '@/lib/bigcommerce/customers.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { customerFilterQuery } from '@/lib/shoppers/customer-filter.ts';
import { queryOf } from '@/lib/shoppers/matching-customers.ts';

/** How many customers match a filter. */
export const GET = apiRoute(
  'GET /api/customers/count',
  customerFilterQuery,
  async ({ connect }, filter) => {
    const total = await countCustomers(await connect(), queryOf(filter));
    return Response.json({ data: { total } });
  },
);
