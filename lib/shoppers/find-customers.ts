import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type Customer, type CustomerQuery, findCustomers } from '../bigcommerce/customers.ts';

/** As many as a list that is looked through shows. */
const MOST = 50;
/** How far into the matches somebody in one segment is looked for: 2,500 customers. */
const MOST_PAGES = 10;

export interface FoundCustomers {
  customers: Customer[];
  /** There are more, or there may be. */
  more: boolean;
}

/**
 * Customers whose name holds the text or whose e-mail address it is.
 * @param segmentId leaves out who is not in this segment
 * @throws {BigCommerceError}
 */
export async function searchCustomers(
  connection: Connection,
  text: string,
  segmentId?: string,
): Promise<FoundCustomers> {
  const find = (query: CustomerQuery) =>
    segmentId === undefined
      ? firstMatches(connection, query)
      : matchesInSegment(connection, query, segmentId);
  const isEmail = text.includes('@') && !text.includes(',');
  const [byEmail, byName] = await Promise.all([
    isEmail ? find({ 'email:in': text }) : { customers: [], more: false },
    find({ 'name:like': text }),
  ]);
  const all = [...byEmail.customers, ...byName.customers];
  const customers = [...new Map(all.map((customer) => [customer.id, customer])).values()];
  return {
    customers: customers.slice(0, MOST),
    more: byEmail.more || byName.more || customers.length > MOST,
  };
}

async function firstMatches(connection: Connection, query: CustomerQuery): Promise<FoundCustomers> {
  const { items, total } = await findCustomers(connection, query, 1, MOST);
  return { customers: items, more: total > items.length };
}

/** BigCommerce can't search a segment: reads the matches page by page and picks its members. */
async function matchesInSegment(
  connection: Connection,
  query: CustomerQuery,
  segmentId: string,
): Promise<FoundCustomers> {
  const customers: Customer[] = [];
  for (let page = 1; ; page += 1) {
    const { items, pages } = await findCustomers(connection, query, page);
    customers.push(...items.filter(({ segmentIds }) => segmentIds.includes(segmentId)));
    if (page >= pages) return { customers, more: false };
    if (page >= MOST_PAGES || customers.length > MOST) return { customers, more: true };
  }
}
