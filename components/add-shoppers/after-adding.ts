import type { FoundCustomers } from '@/lib/shoppers/find-customers.ts';
import { type AddTally, isGone } from './adding-state.ts';

/**
 * The search's customers after a job: those added are in the segment, those deleted are left out.
 */
export function afterAdding(
  { customers, more }: FoundCustomers,
  { inNow, notAdded }: Pick<AddTally, 'inNow' | 'notAdded'>,
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
