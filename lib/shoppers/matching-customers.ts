import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type Customer, type CustomerQuery, customerCollection } from '../bigcommerce/customers.ts';
import { isSameText } from '../bigcommerce/same-text.ts';
import type { CustomerFilter } from './customer-filter.ts';
import { dayIn, startOfDay } from './store-days.ts';
import { readStretch, type Stretch } from './stretch.ts';

/** A filter, and the time zone of the store, in which its days are counted. */
export interface FilterInStore {
  filter: CustomerFilter;
  timeZone: string;
}

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

/**
 * The filter as a query of BigCommerce's list of customers. It may find others, too:
 * {@link matcherOf} tells who matches.
 * @param timeZone of the store, in which the filter's days are counted
 */
export function queryOf(filter: CustomerFilter, timeZone: string): CustomerQuery {
  switch (filter.type) {
    case 'group':
      return { 'customer_group_id:in': filter.groupId };
    case 'company':
      return { 'company:in': filter.company };
    case 'created':
      // Whether BigCommerce includes the bounds is not documented.
      return {
        'date_created:min': timestamp(startOfDay(filter.from, timeZone) - SECOND),
        'date_created:max': timestamp(startOfDay(dayAfter(filter.to), timeZone)),
      };
  }
}

/**
 * As {@link queryOf}, but it finds everybody who matches whatever time zone BigCommerce takes the
 * times for.
 */
export function wideQueryOf(filter: CustomerFilter): CustomerQuery {
  return filter.type === 'created'
    ? {
        'date_created:min': timestamp(Date.parse(filter.from) - 2 * DAY),
        'date_created:max': timestamp(Date.parse(filter.to) + 3 * DAY),
      }
    : queryOf(filter, 'UTC');
}

/**
 * Tells whether a customer matches a filter. To be asked about every customer that is found,
 * because BigCommerce ignores a filter that it can't read. Days are those that the table shows.
 */
export function matcherOf(
  filter: CustomerFilter,
  timeZone: string,
): (customer: Customer) => boolean {
  switch (filter.type) {
    case 'group':
      return ({ groupId }) => groupId === filter.groupId;
    case 'company':
      return ({ company }) => isSameText(company, filter.company);
    case 'created': {
      const dayOf = dayIn(timeZone);
      return ({ createdAt }) => {
        const time = Date.parse(createdAt);
        if (Number.isNaN(time)) return false;
        const day = dayOf(time);
        return filter.from <= day && day <= filter.to;
      };
    }
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
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
  { filter, timeZone }: FilterInStore,
  range: { offset: number; count: number },
): Promise<Stretch<Customer>> {
  const isMatch = matcherOf(filter, timeZone);
  const { pages, nextOffset } = await readStretch(
    connection,
    customerCollection(wideQueryOf(filter)),
    range,
  );
  const matching = pages.map(({ offset, items }) => ({
    offset,
    items: items.then((found) => found.filter(isMatch)),
  }));
  return { pages: matching, nextOffset };
}
