import { z } from 'zod';
import { apiRoute } from '@/lib/requests/api-route.ts';
import { readMemberIds } from '@/lib/shoppers/member-ids.ts';

const address = z.strictObject({
  segmentId: z.guid().toLowerCase(),
  offset: z
    .string()
    .regex(/^(0|[1-9]\d{0,6})$/)
    .default('0')
    .transform(Number),
});

/** The ids of a segment's members, in steps: `meta.nextOffset` is null in the last one. */
export const GET = apiRoute(
  'GET /api/segments/{segmentId}/member-ids',
  address,
  async ({ connect }, { segmentId, offset }) => {
    const { members, ...meta } = await readMemberIds(await connect(), segmentId, offset);
    return Response.json({ data: members, meta });
  },
);
