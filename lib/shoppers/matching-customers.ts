import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { expectedSize, type Page, startReading } from '../bigcommerce/client/paging.ts';
import { type Customer, type CustomerQuery, customerCollection } from '../bigcommerce/customers.ts';
import type { CustomerFilter } from './customer-filter.ts';

/** The filter as a query of BigCommerce's list of customers. */
export function queryOf(filter: CustomerFilter): CustomerQuery {
  switch (filter.type) {
    case 'group':
      return { 'customer_group_id:in': filter.groupId };
    case 'company':
      return { 'company:in': filter.company };
    case 'created':
      return {
        'date_created:min': `${filter.from}T00:00:00`,
        'date_created:max': `${filter.to}T23:59:59`,
      };
  }
}

/** A part of the list of customers that match, while it is being read. */
export interface Stretch {
  /** How many customers the whole list has. */
  total: number;
  pages: {
    /** How many customers of the list come before this page. */
    offset: number;
    customers: Promise<Customer[]>;
  }[];
  /** How many customers of the list come before the next part; null at the end of the list. */
  nextOffset: number | null;
}

/**
 * Begins to read the customers that match. BigCommerce has page numbers only, and decides about the
 * size of a page, so reading begins with the page that holds the customer at `offset`.
 * @param range `offset`: how many customers of the list come before the first one to read;
 * `count`: how many to read, rounded up to whole pages
 */
export async function readMatching(
  connection: Connection,
  filter: CustomerFilter,
  { offset, count }: { offset: number; count: number },
): Promise<Stretch> {
  const collection = customerCollection(queryOf(filter));
  const pageAt = (size: number) => Math.floor(offset / size) + 1;
  const most = (size: number) => Math.ceil(count / size);
  let from = pageAt(expectedSize(connection, collection));
  let reading = await startReading(connection, collection, from, most);
  const { size } = reading.first;
  if (pageAt(size) !== from) {
    from = pageAt(size);
    reading = await startReading(connection, collection, from, most);
  }
  const { first, readRest } = reading;
  const pages = [Promise.resolve(first), ...readRest()];
  const next = from + pages.length;
  return {
    total: first.total,
    pages: pages.map((page, at) => ({
      offset: (from + at - 1) * size,
      customers: page.then(({ items }: Page<Customer>) => items),
    })),
    nextOffset: next > first.pages ? null : (next - 1) * size,
  };
}
