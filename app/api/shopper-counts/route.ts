import { z } from 'zod';
import { database } from '@/lib/database/database.ts';
import { SEGMENTS_PER_COUNT } from '@/lib/limits/limits.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { currentCounts } from '@/lib/segments/current-counts.ts';

const address = z.strictObject({
  ids: z
    .string()
    .transform((ids) => ids.toLowerCase().split(','))
    .pipe(z.array(z.guid()).max(SEGMENTS_PER_COUNT)),
});

/**
 * How many shoppers each segment has. Counts in the background lane: other requests go first, and
 * some of the store's request quota stays for them.
 */
export const GET = apiRoute(
  'GET /api/shopper-counts',
  address,
  async ({ session, connect }, { ids }) => {
    const now = new Date();
    const data = await currentCounts(await database(), session.store, ids, () =>
      connect('background'),
    );
    return Response.json({ data, meta: { now: now.toISOString() } });
  },
);
