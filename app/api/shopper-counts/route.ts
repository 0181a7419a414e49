import { z } from 'zod';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { countShoppers } from '@/lib/shoppers/shopper-counts.ts';

const MOST_AT_ONCE = 50;

const address = z.strictObject({
  ids: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.guid()).max(MOST_AT_ONCE)),
});

/** How many shoppers each of the segments has. Nothing that anybody waits for is held up by it. */
export const GET = apiRoute('GET /api/shopper-counts', address, async ({ connect }, { ids }) => {
  const takenAt = new Date().toISOString();
  const data = await countShoppers(await connect('background'), ids);
  return Response.json({ data, meta: { takenAt } });
});
