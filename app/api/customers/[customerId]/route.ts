import { z } from 'zod';
import { findCustomer } from '@/lib/bigcommerce/customer-memberships.ts';
import { NUMERIC_ID } from '@/lib/bigcommerce/ids.ts';
import { FailureError } from '@/lib/failure.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';

const address = z.strictObject({
  customerId: z.string().regex(NUMERIC_ID).transform(Number),
});

/** One customer, with the segments that contain them. */
export const GET = apiRoute(
  'GET /api/customers/{customerId}',
  address,
  async ({ connect }, { customerId }) => {
    const data = await findCustomer(await connect(), customerId);
    if (data === undefined) throw new FailureError('not-found');
    return Response.json({ data });
  },
);
