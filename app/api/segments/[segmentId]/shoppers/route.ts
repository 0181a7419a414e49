import { z } from 'zod';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { PAGE_NUMBER } from '@/lib/screens/query.ts';
import { readShopperPage } from '@/lib/shoppers/shopper-page.ts';

const address = z.strictObject({
  segmentId: z.guid().toLowerCase(),
  page: z.string().regex(PAGE_NUMBER).default('1').transform(Number),
});

/** One page of a segment's shoppers. */
export const GET = apiRoute(
  'GET /api/segments/{segmentId}/shoppers',
  address,
  async ({ connect }, { segmentId, page }) => {
    const { shoppers, ...meta } = await readShopperPage(await connect(), segmentId, page);
    return Response.json({ data: shoppers, meta });
  },
);
