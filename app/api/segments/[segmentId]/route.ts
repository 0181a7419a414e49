import { z } from 'zod';
import { findSegment } from '@/lib/bigcommerce/segments.ts';
import { FailureError } from '@/lib/failure.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';

const address = z.strictObject({ segmentId: z.guid() });

/** One segment. */
export const GET = apiRoute(
  'GET /api/segments/{segmentId}',
  address,
  async ({ connect }, { segmentId }) => {
    const data = await findSegment(await connect(), segmentId);
    if (data === undefined) throw new FailureError('not-found');
    return Response.json({ data });
  },
);
