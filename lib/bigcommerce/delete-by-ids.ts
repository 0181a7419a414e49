import 'server-only';
import type { Connection } from './connection.ts';
import { BigCommerceError } from './errors.ts';
import { pathOf, type Target } from './path.ts';
import { write } from './request.ts';
import { isUuid } from './uuid.ts';
import type { Pool } from './waiting-line.ts';

/** Keeps the URL under 1,900 characters. */
export const MAX_IDS_IN_URL = 48;

export interface Deletion extends Pick<Target, 'route' | 'params'> {
  pool: Pool;
  ids: readonly string[];
}

/**
 * The only function that sends DELETE. BigCommerce reads a DELETE without `id:in` as "everything",
 * so anything but a non-empty list of UUIDs is refused before a socket opens.
 * @throws {BigCommerceError} `invalid` if refused here; `ambiguous` if some may be gone
 */
export async function deleteByIds(connection: Connection, deletion: Deletion): Promise<void> {
  const { route, params = {}, pool } = deletion;
  const ids = [...new Set(uuidList(deletion.ids))];
  for (let start = 0; start < ids.length; start += MAX_IDS_IN_URL) {
    const query = { 'id:in': ids.slice(start, start + MAX_IDS_IN_URL) };
    const path = pathOf({ route, params, query });
    try {
      await write(connection, { method: 'DELETE', route, pool, path });
    } catch (error) {
      if (start > 0 && error instanceof BigCommerceError) throw error.inDoubt();
      throw error;
    }
  }
}

/** A copy of the list; what is not a list of UUIDs is refused. */
export function uuidList(ids: unknown): string[] {
  // Array.from turns the holes of a sparse array into undefined, which is no UUID.
  const list: unknown[] = Array.isArray(ids) ? Array.from(ids) : [];
  const uuids = list.filter(isUuid);
  if (uuids.length === 0 || uuids.length !== list.length) {
    throw new BigCommerceError('refused to delete without a list of ids', {
      kind: 'invalid',
      nothingDone: true,
    });
  }
  return uuids;
}
