import { apiRoute } from '@/lib/api-route.ts';
import { SEGMENT_LIMIT } from '@/lib/bigcommerce/segment-limit.ts';
import { listSegments } from '@/lib/bigcommerce/segments.ts';
import { connect } from '@/lib/installations/connect.ts';
import { log } from '@/lib/log.ts';

/** All segments of the session's store, in BigCommerce's order. */
export const GET = apiRoute('GET /api/segments', async (session, request, { id }) => {
  const connection = await connect(session.store, {
    requestId: id,
    log,
    signal: request.signal,
  });
  const data = await listSegments(connection);
  return Response.json({ data, meta: { total: data.length, limit: SEGMENT_LIMIT } });
});
