import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type Customer, type CustomerQuery, customerCollection } from '../bigcommerce/customers.ts';
import { isSameText } from '../bigcommerce/same-text.ts';
import type { CustomerFilter } from './customer-filter.ts';
import { readStretch, type Stretch } from './stretch.ts';

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

/**
 * Begins to read the customers that match.
 * @param range as of {@link readStretch}, among the customers that BigCommerce finds
 */
export async function readMatching(
  connection: Connection,
  filter: CustomerFilter,
  range: { offset: number; count: number },
): Promise<Stretch<Customer>> {
  const isMatch = matcherOf(filter);
  const { pages, nextOffset } = await readStretch(
    connection,
    customerCollection(queryOf(filter)),
    range,
  );
  const matching = pages.map(({ offset, items }) => ({
    offset,
    items: items.then((found) => found.filter(isMatch)),
  }));
  return { pages: matching, nextOffset };
}
