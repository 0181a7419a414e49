import { z } from 'zod';
import { SEGMENTS_PER_COUNT } from '@/lib/limits/limits.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { countShoppers } from '@/lib/shoppers/count-shoppers.ts';

const address = z.strictObject({
  ids: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.guid()).max(SEGMENTS_PER_COUNT)),
});

/** How many shoppers each segment has. Uses the background lane: other requests go first. */
export const GET = apiRoute('GET /api/shopper-counts', address, async ({ connect }, { ids }) => {
  const takenAt = new Date().toISOString();
  const data = await countShoppers(await connect('background'), ids);
  return Response.json({ data, meta: { takenAt } });
});
