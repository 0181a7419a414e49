import { z } from 'zod';
import { database } from '@/lib/database/database.ts';
import { SEGMENTS_PER_STORE } from '@/lib/limits/limits.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { readList } from '@/lib/segments/read-list.ts';
import { rememberedCounts } from '@/lib/segments/remembered-counts.ts';
import { rememberedList } from '@/lib/segments/remembered-list.ts';

/** How old an answer may be for a caller whose page has just been read, in milliseconds. */
const JUST_READ = 60_000;

/**
 * `since`, epoch milliseconds: a list that BigCommerce was asked for at that time or later will do,
 * within the last minute.
 */
const address = z.strictObject({
  since: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
});

/**
 * All segments of the session's store, in BigCommerce's order, and how many shoppers they had, as
 * far as that is remembered.
 */
export const GET = apiRoute('GET /api/segments', address, async ({ session, connect }, query) => {
  const { store } = session;
  const db = await database();
  const earlier =
    query.since === undefined
      ? undefined
      : await rememberedList(db, store, Math.max(query.since, Date.now() - JUST_READ));
  const { segments } = earlier ?? (await readList(store, await connect()));
  const counts = await rememberedCounts(db, store);
  const now = new Date().toISOString();
  return Response.json({
    data: segments,
    meta: { total: segments.length, limit: SEGMENTS_PER_STORE, counts, now },
  });
});
