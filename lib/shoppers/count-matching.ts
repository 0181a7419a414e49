import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { listAll } from '../bigcommerce/client/paging.ts';
import { customerCollection, findCustomers } from '../bigcommerce/customers.ts';
import { type FilterInStore, matcherOf, queryOf, wideQueryOf } from './matching-customers.ts';

/** How many customers are looked at in the first and in the last page. */
const SAMPLE = 50;
/** How many customers are counted one by one: 40 pages, which BigCommerce's quota allows. */
const MOST_COUNTED = 10_000;

/**
 * Counts the customers that match. BigCommerce's total is the count if all customers of its first
 * and its last page match. Otherwise it has applied the filter in another way, or not at all, and
 * the whole list is read.
 * @throws {BigCommerceError} `unexpected` if that list is too long to be read for a count
 */
export async function countMatching(
  connection: Connection,
  { filter, timeZone }: FilterInStore,
): Promise<number> {
  const query = queryOf(filter, timeZone);
  const isMatch = matcherOf(filter, timeZone);
  const first = await findCustomers(connection, query, 1, SAMPLE);
  const last =
    first.pages > 1 ? await findCustomers(connection, query, first.pages, SAMPLE) : first;
  if ([...first.items, ...last.items].every(isMatch)) return first.total;
  if (first.total > MOST_COUNTED) {
    throw new BigCommerceError('BigCommerce did not apply the filter', { kind: 'unexpected' });
  }
  return (await listAll(connection, customerCollection(wideQueryOf(filter)))).filter(isMatch)
    .length;
}
