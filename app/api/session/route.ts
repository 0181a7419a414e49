import { database } from '@/lib/database/database.ts';
import { apiRoute, noInput } from '@/lib/requests/api-route.ts';
import { endSession } from '@/lib/sessions/sessions.ts';
import { countSession } from '@/lib/telemetry/metrics.ts';

/** Who am I. */
export const GET = apiRoute('GET /api/session', noInput, async ({ session }) => {
  const { expiresAt, store, user } = session;
  return Response.json({
    expiresAt: new Date(expiresAt).toISOString(),
    store: { hash: store.hash, name: store.name },
    user,
  });
});

/** Log out. */
export const DELETE = apiRoute('DELETE /api/session', noInput, async ({ session }) => {
  await endSession(await database(), session);
  countSession('logged-out');
  return new Response(null, { status: 204 });
});
