import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { listAll } from '../bigcommerce/client/paging.ts';
import { includesMemberships } from '../bigcommerce/customer-memberships.ts';
import { type Customer, type CustomerQuery, findCustomers } from '../bigcommerce/customers.ts';
import { isSameText } from '../bigcommerce/same-text.ts';
import { memberCollection } from '../bigcommerce/segment-member-endpoint.ts';
import { parseSearchText } from './search-text.ts';

/** How many customers a search finds at most: a longer list is worth a narrower search. */
const MOST_FOUND = 50;
/** How many pages of matches a search in one segment reads at most. Each is as large as BigCommerce grants. */
const MOST_PAGES = 10;

export interface FoundCustomers {
  customers: Customer[];
  /** Whether there are, or may be, others that match. */
  more: boolean;
}

/**
 * Finds at most `MOST_FOUND` customers whose name contains the text, or whose email addresses are in
 * it: those that `parseSearchText` reads from it.
 * @param text of `SHORTEST_CUSTOMER_SEARCH` to `LONGEST_CUSTOMER_SEARCH` characters
 * @param segmentId keeps only members of this segment
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
  const { emails, names } = parseSearchText(text);
  const answers = await Promise.all([
    ...(emails.length > 0 ? [byAddress(find, emails)] : []),
    ...names.map((name) => find({ 'name:like': name })),
  ]);
  const all = answers.flatMap(({ customers }) => customers);
  const customers = [...new Map(all.map((customer) => [customer.id, customer])).values()];
  return {
    customers: customers.slice(0, MOST_FOUND),
    more: answers.some(({ more }) => more) || customers.length > MOST_FOUND,
  };
}

/** BigCommerce minds the case of addresses, and its own are mostly in lower case. */
async function byAddress(
  find: (query: CustomerQuery) => Promise<FoundCustomers>,
  emails: readonly string[],
): Promise<FoundCustomers> {
  const either = new Set(emails.flatMap((email) => [email, email.toLowerCase()]));
  const found = await find({ 'email:in': [...either] });
  const customers = found.customers.filter((customer) =>
    emails.some((email) => isSameText(customer.email, email)),
  );
  return { customers, more: found.more && customers.length === found.customers.length };
}

async function firstMatches(connection: Connection, query: CustomerQuery): Promise<FoundCustomers> {
  const { items, total } = await findCustomers(connection, query, 1, MOST_FOUND);
  return { customers: items, more: total > items.length };
}

/**
 * Reads the matches page by page and keeps the members, because BigCommerce can't search a segment.
 */
async function matchesInSegment(
  connection: Connection,
  query: CustomerQuery,
  segmentId: string,
): Promise<FoundCustomers> {
  const customers: Customer[] = [];
  const areMembers = memberFilter(connection, segmentId);
  for (let page = 1; ; page += 1) {
    const { items, pages } = await findCustomers(connection, query, page);
    customers.push(...(await areMembers(items)));
    if (page >= pages) return { customers, more: false };
    if (page >= MOST_PAGES || customers.length > MOST_FOUND) return { customers, more: true };
  }
}

/** Returns a function that keeps the members of a segment among customers. */
function memberFilter(connection: Connection, segmentId: string) {
  let members: Promise<ReadonlySet<number>> | undefined;
  return async (customers: readonly Customer[]): Promise<Customer[]> => {
    const isUnclear = customers.some(({ isPartial }) => isPartial);
    if (!isUnclear || (await includesMemberships(connection))) {
      return customers.filter(({ segmentIds }) => segmentIds.includes(segmentId));
    }
    members ??= customersIn(connection, segmentId);
    const inside = await members;
    return customers.filter(({ id }) => inside.has(id));
  };
}

async function customersIn(connection: Connection, segmentId: string): Promise<Set<number>> {
  const members = await listAll(connection, memberCollection(segmentId));
  return new Set(members.map(({ customerId }) => customerId));
}
