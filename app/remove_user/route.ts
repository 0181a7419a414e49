import { database } from '@/lib/database/database.ts';
import { removeUser } from '@/lib/installations/users.ts';
import { callbackRoute } from '@/lib/requests/callback-route.ts';
import { verifiedServerPayload } from '@/lib/requests/verified-payload.ts';

/** BigCommerce's server calls this when a user may no longer open the app. */
export const GET = callbackRoute('/remove_user', async (callback) => {
  const { storeHash, user, issuedAt } = await verifiedServerPayload(callback);
  await removeUser(await database(), storeHash, user, issuedAt);
  return new Response(null, { status: 204 });
});

export { methodNotAllowed as HEAD } from '@/lib/requests/callback-route.ts';
