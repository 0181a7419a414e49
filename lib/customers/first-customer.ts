import 'server-only';
import { type Customer, findCustomer } from '../bigcommerce/customers.ts';
import { listSegments } from '../bigcommerce/segments.ts';
import { firstRead } from '../requests/page-read.ts';
import type { FirstRows } from '../segments/first-rows.ts';
import type { Session } from '../sessions/sessions.ts';
import { checklistPage, orderChecklist } from './checklist.ts';
import type { ChecklistView } from './checklist-view.ts';

/** A customer, and the page of the checklist that a view shows. */
export interface FirstCustomer {
  customer: Customer;
  checklist: FirstRows;
}

/** Reads what a launch shows first of a customer, if the store has this one. */
export function readFirstCustomer(
  session: Session,
  { id, view, requestId }: { id: number; view: ChecklistView; requestId: string },
): Promise<FirstCustomer | undefined> {
  return firstRead(session, requestId, async (connection) => {
    const [customer, segments] = await Promise.all([
      findCustomer(connection, id),
      listSegments(connection),
    ]);
    if (!customer) return undefined;
    const inside = new Set(customer.segmentIds);
    const ordered = orderChecklist(segments, inside, session.user.locale);
    const { rows, found } = checklistPage(ordered, inside, view);
    return { customer, checklist: { rows, found, total: segments.length } };
  });
}
