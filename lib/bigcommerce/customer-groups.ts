import 'server-only';
import { z } from 'zod';
import type { Connection } from './client/connection.ts';
import { BigCommerceError } from './client/errors.ts';
import { eachOrNone } from './client/paging.ts';
import { request } from './client/request.ts';

export interface CustomerGroup {
  id: number;
  name: string;
}

// BigCommerce's V2 API answers 204 without content in place of an empty list.
const groupsSchema = eachOrNone(z.object({ id: z.int(), name: z.string().catch('') })).default([]);

const PAGE_SIZE = 250;
const MOST_PAGES = 40;
/** BigCommerce may grant smaller pages than were asked for, but hardly any as small as this. */
const SMALLEST_PAGE = 10;

/**
 * All customer groups. The answer gives neither the total nor the size of a page, so the list is
 * read until a page brings nothing new. A store with a few groups takes one request.
 * @throws {BigCommerceError}
 */
export async function listCustomerGroups(connection: Connection): Promise<CustomerGroup[]> {
  const groups = new Map<number, CustomerGroup>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const before = groups.size;
    for (const group of await readGroups(connection, page)) groups.set(group.id, group);
    if (groups.size < before + SMALLEST_PAGE) break;
  }
  return [...groups.values()];
}

async function readGroups(connection: Connection, page: number): Promise<CustomerGroup[]> {
  try {
    const groups = await request(connection, {
      method: 'GET',
      route: '/v2/customer_groups',
      query: { page, limit: PAGE_SIZE },
      pool: 'customers',
      schema: groupsSchema,
    });
    return groups.filter((group) => group !== undefined);
  } catch (error) {
    const isBeyond =
      page > 1 &&
      error instanceof BigCommerceError &&
      (error.kind === 'not-found' || error.kind === 'invalid');
    if (isBeyond) return [];
    throw error;
  }
}
