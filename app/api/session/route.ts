import { apiRoute } from '@/lib/api-route.ts';
import { database } from '@/lib/database/database.ts';
import { endSession } from '@/lib/sessions/sessions.ts';
import { countSession } from '@/lib/telemetry/metrics.ts';

/** Who am I. */
export const GET = apiRoute('GET /api/session', async ({ expiresAt, store, user }) =>
  Response.json({
    expiresAt: new Date(expiresAt).toISOString(),
    store: { hash: store.hash, name: store.name },
    user,
  }),
);

/** Log out. */
export const DELETE = apiRoute('DELETE /api/session', async (session) => {
  await endSession(await database(), session);
  countSession('logged-out');
  return new Response(null, { status: 204 });
});
