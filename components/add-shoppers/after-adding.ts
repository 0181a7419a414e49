import type { FoundCustomers } from '../customers/customer-json.ts';
import { isGone, type Tally } from './adding-state.ts';

/** The same customers as they stand after some were added, or turned out to be gone. */
export function afterAdding(
  { customers, more }: FoundCustomers,
  { inNow, notAdded }: Pick<Tally, 'inNow' | 'notAdded'>,
  segmentId: string,
): FoundCustomers {
  const gone = new Set(notAdded.filter(isGone).map(({ id }) => id));
  return {
    more,
    customers: customers
      .filter(({ id }) => !gone.has(id))
      .map((customer) =>
        inNow.has(customer.id)
          ? { ...customer, segmentIds: [...customer.segmentIds, segmentId] }
          : customer,
      ),
  };
}
