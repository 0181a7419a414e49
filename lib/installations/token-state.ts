import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { getStore } from '../bigcommerce/store.ts';

/**
 * What BigCommerce says of a connection's token, asked with its cheapest question. A missing scope
 * proves that the token works, too; what is no clear answer proves nothing.
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
