import 'server-only';
import { z } from 'zod';
import { isTimeZone } from '../i18n/time-zone.ts';
import type { Connection } from './client/connection.ts';
import { request } from './client/request.ts';

const storeSchema = z.object({
  name: z.string().nullish(),
  timezone: z
    .object({ name: z.string().refine(isTimeZone) })
    .nullish()
    .catch(undefined),
});

export interface StoreProfile {
  name: string | undefined;
  /** The name of the time zone in which the store counts days; undefined if it is unknown. */
  timeZone: string | undefined;
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
  return { name: store.name ?? undefined, timeZone: store.timezone?.name };
}
