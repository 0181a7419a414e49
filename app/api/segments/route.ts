import { listSegments } from '@/lib/bigcommerce/segments.ts';
import { SEGMENTS_PER_STORE } from '@/lib/limits/limits.ts';
import { apiRoute, noInput } from '@/lib/requests/api-route.ts';

/** All segments of the session's store, in BigCommerce's order. */
export const GET = apiRoute('GET /api/segments', noInput, async ({ connect }) => {
  const data = await listSegments(await connect());
  return Response.json({ data, meta: { total: data.length, limit: SEGMENTS_PER_STORE } });
});
