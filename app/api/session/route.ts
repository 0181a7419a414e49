import { database } from '@/lib/database/database.ts';
import { apiRoute, noInput } from '@/lib/requests/api-route.ts';
import { endSession } from '@/lib/sessions/sessions.ts';
import { countSession } from '@/lib/telemetry/metrics.ts';

/** The session's user, store and expiry time. */
export const GET = apiRoute('GET /api/session', noInput, async ({ session }) => {
  const { expiresAt, store, user } = session;
  return Response.json({
    expiresAt: new Date(expiresAt).toISOString(),
    store: { hash: store.hash, name: store.name, timeZone: store.timeZone },
    user,
  });
});

/** Logs out. */
export const DELETE = apiRoute('DELETE /api/session', noInput, async ({ session }) => {
  await endSession(await database(), session);
  countSession('logged-out');
  return new Response(null, { status: 204 });
});
