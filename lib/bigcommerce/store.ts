import 'server-only';
import { z } from 'zod';
import type { Connection } from './client/connection.ts';
import { request } from './client/request.ts';

const storeSchema = z.object({ name: z.string().nullish() });

export interface StoreProfile {
  name: string | undefined;
}

/**
 * @throws {BigCommerceError} `forbidden` without the optional scope
 * `store_v2_information_read_only`
 */
export async function getStore(connection: Connection): Promise<StoreProfile> {
  const store = await request(connection, {
    method: 'GET',
    route: '/v2/store',
    pool: 'other',
    schema: storeSchema,
  });
  return { name: store.name ?? undefined };
}
