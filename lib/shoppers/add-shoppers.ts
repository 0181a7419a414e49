import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { customerGone, customersByIds } from '../bigcommerce/customers.ts';
import { segmentGone } from '../bigcommerce/segment-members.ts';
import { type Failure, failureFrom } from '../failure.ts';
import { Adding, type Addition } from './adding.ts';

/**
 * The outcome for one customer. `unknown`: this customer may be in the segment. A failure
 * `not-found` means that the customer is gone.
 */
export type AddOutcome = { customerId: number; name: string; email: string } & (
  | { status: 'added' | 'already-in'; profileId: string }
  | { status: 'failed' | 'unknown'; failure: Failure }
);

/**
 * Adds customers to a segment, and makes shopper profiles for those without one. The outcomes are
 * in the ids' order.
 * @throws {BigCommerceError} if the customers can't be read; then nothing has been changed.
 * `not-found` if the segment is gone
 */
export async function addShoppers(
  connection: Connection,
  { segmentId, customerIds }: { segmentId: string; customerIds: readonly number[] },
): Promise<AddOutcome[]> {
  const customers = await customersByIds(connection, customerIds);
  const adding = new Adding(connection, segmentId);
  const asked = customerIds.map(async (id) => {
    const customer = customers.get(id);
    if (customer === undefined) return addOutcome({ id, name: '', email: '' }, customerGone);
    const addition = await adding.add(customer);
    if ('error' in addition && addition.error === segmentGone.error) throw addition.error;
    return addOutcome(customer, addition);
  });
  const [outcomes] = await Promise.all([Promise.all(asked), adding.complete()]);
  return outcomes;
}

export function addOutcome(
  { id, name, email }: { id: number; name: string; email: string },
  addition: Addition,
): AddOutcome {
  const who = { customerId: id, name, email };
  return 'error' in addition
    ? { ...who, status: addition.status, failure: failureFrom(addition.error) }
    : { ...who, ...addition };
}
