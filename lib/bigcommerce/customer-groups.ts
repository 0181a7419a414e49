import 'server-only';
import { z } from 'zod';
import type { Connection } from './client/connection.ts';
import { request } from './client/request.ts';

export interface CustomerGroup {
  id: number;
  name: string;
}

// BigCommerce's V2 API answers 204 without content in place of an empty list.
const groupsSchema = z.array(z.object({ id: z.int(), name: z.string().catch('') })).default([]);

const PAGE_SIZE = 250;
const MOST_PAGES = 40;

/** @throws {BigCommerceError} */
export async function listCustomerGroups(connection: Connection): Promise<CustomerGroup[]> {
  const groups = new Map<number, CustomerGroup>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = await request(connection, {
      method: 'GET',
      route: '/v2/customer_groups',
      query: { page, limit: PAGE_SIZE },
      pool: 'customers',
      schema: groupsSchema,
    });
    for (const group of found) groups.set(group.id, group);
    // The answer does not give the total.
    if (found.length < PAGE_SIZE) break;
  }
  return [...groups.values()];
}
