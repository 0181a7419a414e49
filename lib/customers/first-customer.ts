import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { findCustomer } from '../bigcommerce/customer-memberships.ts';
import type { Customer } from '../bigcommerce/customers.ts';
import { listSegments } from '../bigcommerce/segments.ts';
import type { FirstRows } from '../segments/first-rows.ts';
import { checklistPage, orderChecklist } from './checklist.ts';
import type { ChecklistQuery } from './checklist-query.ts';

/** A customer, and the page of the checklist that a query shows. */
export interface FirstCustomer {
  customer: Customer;
  checklist: FirstRows;
}

/** Reads what a customer's screen shows first. @returns undefined if there is no such customer */
export async function readFirstCustomer(
  connection: Connection,
  id: number,
  query: ChecklistQuery,
  locale: string,
): Promise<FirstCustomer | undefined> {
  const [customer, segments] = await Promise.all([
    findCustomer(connection, id),
    listSegments(connection),
  ]);
  if (!customer) return undefined;
  const inside = new Set(customer.segmentIds);
  const ordered = orderChecklist(segments, inside, locale);
  const { rows, found } = checklistPage(ordered, inside, query);
  return { customer, checklist: { rows, found, total: segments.length } };
}
