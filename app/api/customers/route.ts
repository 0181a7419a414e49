import { z } from 'zod';
import { fitsInQuery } from '@/lib/bigcommerce/query-value.ts';
import { LONGEST_CUSTOMER_SEARCH, SHORTEST_CUSTOMER_SEARCH } from '@/lib/limits/limits.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { searchCustomers } from '@/lib/shoppers/find-customers.ts';

const address = z.strictObject({
  search: z
    .string()
    .trim()
    .min(SHORTEST_CUSTOMER_SEARCH)
    .max(LONGEST_CUSTOMER_SEARCH)
    .refine(fitsInQuery),
  segment: z.guid().toLowerCase().optional(),
});

/** Searches customers by part of the name or by email address, in the store or in one segment. */
export const GET = apiRoute(
  'GET /api/customers',
  address,
  async ({ connect }, { search, segment }) => {
    const { customers, more } = await searchCustomers(await connect(), search, segment);
    return Response.json({ data: customers, meta: { more } });
  },
);
