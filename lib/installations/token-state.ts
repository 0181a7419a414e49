import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { getStore } from '../bigcommerce/store.ts';

/**
 * Finds out with one small request to BigCommerce whether a connection's token works. A
 * missing scope proves that the token works, too. After any other failure the state is unknown.
 */
export async function checkToken(connection: Connection): Promise<'works' | 'dead' | 'unknown'> {
  try {
    await getStore(connection);
    return 'works';
  } catch (error) {
    if (!(error instanceof BigCommerceError)) throw error;
    if (error.kind === 'unauthorized') return 'dead';
    return error.kind === 'forbidden' ? 'works' : 'unknown';
  }
}
