import { uninstall } from '@/lib/installations/uninstall.ts';
import { log } from '@/lib/log.ts';
import { callbackRoute } from '@/lib/requests/callback-route.ts';
import { verifiedServerPayload } from '@/lib/requests/verified-payload.ts';

/** BigCommerce's server calls this when the owner has uninstalled the app. */
export const GET = callbackRoute('/uninstall', async (callback, { id }) => {
  const { storeHash, issuedAt } = await verifiedServerPayload(callback);
  const outcome = await uninstall(storeHash, issuedAt, { requestId: id, log });
  log.info({ requestId: id, storeHash, outcome }, 'uninstall');
  return new Response(null, { status: 204 });
});

export { methodNotAllowed as HEAD } from '@/lib/requests/callback-route.ts';
