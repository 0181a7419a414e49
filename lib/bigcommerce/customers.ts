import 'server-only';
import { z } from 'zod';
import { chunks } from './client/chunks.ts';
import type { Connection } from './client/connection.ts';
import { BigCommerceError } from './client/errors.ts';
import type { NotDone } from './client/not-done.ts';
import {
  type Collection,
  eachOrNone,
  listAll,
  type Page,
  pageSchema,
  readPage,
} from './client/paging.ts';
import type { Target } from './client/path.ts';

/** A customer record, with the customer's shopper profile and segments. */
export interface Customer {
  id: number;
  /** First and last name; may be empty. */
  name: string;
  email: string;
  company: string;
  groupId: number | null;
  /** ISO 8601; empty if BigCommerce gives none. */
  createdAt: string;
  /** Null until a shopper profile is made. */
  profileId: string | null;
  segmentIds: readonly string[];
  /** BigCommerce left out the profile and the segments, so they are empty here whatever they are. */
  isPartial?: true;
}

/** Filters of BigCommerce's list of customers, such as `email:in`. */
export type CustomerQuery = NonNullable<Target['query']>;

/** One odd field must not make the whole list unreadable: it is taken as empty. */
const text = z.string().catch('');

const customerSchema = z
  .object({
    id: z.int(),
    first_name: text,
    last_name: text,
    email: text,
    company: text,
    customer_group_id: z.int().catch(0),
    date_created: text,
    shopper_profile_id: text,
    segment_ids: z.array(z.string()).nullable().optional().catch(undefined),
  })
  .transform(
    (customer): Customer => ({
      id: customer.id,
      name: `${customer.first_name} ${customer.last_name}`.trim(),
      email: customer.email,
      company: customer.company,
      // BigCommerce uses 0 for no group.
      groupId: customer.customer_group_id || null,
      createdAt: customer.date_created,
      profileId: customer.shopper_profile_id.toLowerCase() || null,
      segmentIds: (customer.segment_ids ?? []).map((id) => id.toLowerCase()),
      ...(customer.segment_ids === undefined && { isPartial: true }),
    }),
  );

/** The outcome of a write for a customer who has been deleted. */
export const customerGone: NotDone = {
  status: 'failed',
  error: new BigCommerceError('the customer is gone', { kind: 'not-found' }),
};

const customerPage = pageSchema(eachOrNone(customerSchema));

const ENDPOINT = { route: '/v3/customers', pool: 'customers' } as const;

/**
 * How many customers one request may name. Their ids have up to ten digits, so that so many keep its
 * URL under 1,900 characters.
 */
const CUSTOMER_IDS_PER_URL = 100;

/** The customers that meet all filters, the oldest first. */
export function customerCollection(query: CustomerQuery): Collection<Customer> {
  const include = ['shopper_profile_id', 'segment_ids'];
  return { ...ENDPOINT, query: { ...query, include }, schema: customerPage };
}

/**
 * Reads one page of the customers that meet all filters.
 * @param page from 1
 * @param limit how many customers a page has; the default is as many as BigCommerce grants
 * @throws {BigCommerceError}
 */
export function findCustomers(
  connection: Connection,
  query: CustomerQuery,
  page: number,
  limit?: number,
): Promise<Page<Customer>> {
  return readPage(connection, customerCollection(query), page, limit);
}

/**
 * The customers with these ids, by id; the ones that do not exist are left out.
 * @throws {BigCommerceError}
 */
export async function customersByIds(
  connection: Connection,
  ids: readonly number[],
): Promise<Map<number, Customer>> {
  const asked = new Set(ids.filter((id) => id > 0));
  const lists = await Promise.all(
    chunks([...asked], CUSTOMER_IDS_PER_URL).map((chunk) =>
      listAll(connection, customerCollection({ 'id:in': chunk })),
    ),
  );
  const found = lists.flat().filter(({ id }) => asked.has(id));
  return new Map(found.map((customer) => [customer.id, customer]));
}
