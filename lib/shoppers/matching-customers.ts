import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { expectedSize, type Page, startReading } from '../bigcommerce/client/paging.ts';
import { type Customer, type CustomerQuery, customerCollection } from '../bigcommerce/customers.ts';
import { isSameText } from '../bigcommerce/same-text.ts';
import type { CustomerFilter } from './customer-filter.ts';

const SECOND = 1_000;

/**
 * The filter as a query of BigCommerce's list of customers. It finds everybody who matches, and may
 * find others: {@link matcherOf} tells who matches.
 */
export function queryOf(filter: CustomerFilter): CustomerQuery {
  switch (filter.type) {
    case 'group':
      return { 'customer_group_id:in': filter.groupId };
    case 'company':
      return { 'company:in': filter.company };
    case 'created': {
      const { start, end } = spanOf(filter);
      // Whether BigCommerce includes the bounds is not documented.
      return { 'date_created:min': timestamp(start - SECOND), 'date_created:max': timestamp(end) };
    }
  }
}

/**
 * Tells whether a customer matches a filter. To be asked about every customer that is found with
 * {@link queryOf}, because BigCommerce ignores a filter that it can't read.
 */
export function matcherOf(filter: CustomerFilter): (customer: Customer) => boolean {
  switch (filter.type) {
    case 'group':
      return ({ groupId }) => groupId === filter.groupId;
    case 'company':
      return ({ company }) => isSameText(company, filter.company);
    case 'created': {
      const { start, end } = spanOf(filter);
      return ({ createdAt }) => {
        const at = Date.parse(createdAt);
        return start <= at && at < end;
      };
    }
  }
}

/** The first millisecond of the first day, and the first one after the last day. */
function spanOf({ from, to }: { from: string; to: string }): { start: number; end: number } {
  return { start: Date.parse(from), end: Date.parse(to) + 24 * 60 * 60 * SECOND };
}

function timestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A part of the list of customers that match, while it is being read. */
export interface Stretch {
  pages: {
    /** How many customers of the list come before this page. */
    offset: number;
    /** Those of the page that match. */
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
  const isMatch = matcherOf(filter);
  return {
    pages: pages.map((page, at) => ({
      offset: (from + at - 1) * size,
      customers: page.then(({ items }: Page<Customer>) => items.filter(isMatch)),
    })),
    nextOffset: next > first.pages ? null : (next - 1) * size,
  };
}
