import 'server-only';
import { isUuid } from '../ids.ts';
import type { Connection } from './connection.ts';
import { BigCommerceError } from './errors.ts';
import { pathOf, type Target } from './path.ts';
import { write } from './request.ts';
import type { Pool } from './waiting-line.ts';

/** How many UUIDs one request may name: so many keep its URL under 1,900 characters. */
export const UUIDS_PER_URL = 48;

export interface Deletion extends Pick<Target, 'route' | 'params'> {
  pool: Pool;
  ids: readonly string[];
}

/**
 * The only function that sends DELETE. BigCommerce reads a DELETE without `id:in` as "everything",
 * so anything but a list of 1 to {@link UUIDS_PER_URL} UUIDs is refused before anything is sent.
 * @throws {BigCommerceError} `invalid` if refused here; `outcomeUnknown` if some may have been
 * deleted
 */
export async function deleteByIds(connection: Connection, deletion: Deletion): Promise<void> {
  const { route, params = {}, pool } = deletion;
  const ids = [...new Set(uuidList(deletion.ids))];
  if (ids.length > UUIDS_PER_URL) throw refusal();
  const path = pathOf({ route, params, query: { 'id:in': ids } });
  await write(connection, { method: 'DELETE', route, pool, path });
}

/** Copies the list. @throws {BigCommerceError} `invalid` unless it is a non-empty list of UUIDs */
export function uuidList(ids: unknown): string[] {
  // Array.from turns the holes of a sparse array into undefined, which is no UUID.
  const list: unknown[] = Array.isArray(ids) ? Array.from(ids) : [];
  const uuids = list.filter(isUuid);
  if (uuids.length === 0 || uuids.length !== list.length) throw refusal();
  return uuids;
}

function refusal(): BigCommerceError {
  return new BigCommerceError('refused to delete without a list of ids that fits', {
    kind: 'invalid',
    nothingDone: true,
  });
}
