import { listCustomerGroups } from '@/lib/bigcommerce/customer-groups.ts';
import { apiRoute, noInput } from '@/lib/requests/api-route.ts';

/** The store's customer groups. */
export const GET = apiRoute('GET /api/customer-groups', noInput, async ({ connect }) =>
  Response.json({ data: await listCustomerGroups(await connect()) }),
);
