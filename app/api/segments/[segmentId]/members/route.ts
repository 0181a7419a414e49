import { z } from 'zod';
import { NUMERIC_ID } from '@/lib/bigcommerce/ids.ts';
import { membersAmong } from '@/lib/bigcommerce/members-among.ts';
import { SHOPPERS_PER_LOOKUP } from '@/lib/limits/limits.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';

/** 0 stands for a customer that BigCommerce does not name. */
const customerId = z.union([z.literal('0'), z.string().regex(NUMERIC_ID)]);
const shopper = z
  .string()
  .transform((text) => text.split(':'))
  .pipe(z.tuple([customerId.transform(Number), z.guid().toLowerCase()]))
  .transform(([customerId, profileId]) => ({ customerId, profileId }));

const address = z.strictObject({
  segmentId: z.guid().toLowerCase(),
  /** `{customerId}:{profileId}` for each shopper, separated by commas. */
  among: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(shopper).max(SHOPPERS_PER_LOOKUP)),
});

/** Which of the given shoppers are in the segment: their profile ids. */
export const GET = apiRoute(
  'GET /api/segments/{segmentId}/members',
  address,
  async ({ connect }, { segmentId, among }) => {
    const members = await membersAmong(await connect(), segmentId, among);
    return Response.json({ data: [...members] });
  },
);
