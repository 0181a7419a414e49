import type { CustomerFilter } from '@/lib/shoppers/customer-filter.ts';
import type { ClientFailure } from '../failures/client-failure.ts';

/** A customer as far as a list of them needs to say. */
export interface Named {
  id: number;
  name: string;
}

/** Customers to add: first one by one, then all that match. */
export interface AddJob {
  customers: readonly Named[];
  matching?: Matching | undefined;
}

export interface Matching {
  filter: CustomerFilter;
  /** How many of the customers that match come before the first one that is still to be added. */
  offset: number;
  /** About how many customers there are from there on. */
  count: number;
}

export interface NotAdded extends Named {
  status: 'failed' | 'unknown';
  failure: ClientFailure;
}

/** What became of a job. */
export interface Tally {
  added: number;
  alreadyIn: number;
  notAdded: readonly NotAdded[];
  /** How many of those added still count as left, because the others of their page are. */
  ahead: number;
  /** Those asked for by id who are in the segment now. */
  inNow: ReadonlySet<number>;
  /** Never sent: cancelled, or given up after a failure. */
  left: AddJob | undefined;
  /** A step's answer was lost, so that some of those left may be in. */
  hasUnknown: boolean;
  cancelled: boolean;
  /** Why it was given up. */
  failure?: ClientFailure | undefined;
}

export function size({ customers, matching }: AddJob): number {
  return customers.length + (matching?.count ?? 0);
}

/** How many of those asked for are not in yet, for all that is known. */
export function countLeft({ left, ahead }: Tally): number {
  return left ? Math.max(1, size(left) - ahead) : 0;
}

/** The job without what is empty; undefined if nothing remains. */
export function remaining({ customers, matching }: AddJob): AddJob | undefined {
  return customers.length > 0 || matching ? { customers, matching } : undefined;
}

/** Whether the customer has been deleted, which no other try can change. */
export function isGone({ failure }: NotAdded): boolean {
  return failure.code === 'not-found';
}

/** What another try is for: everybody who was not added, save those who are gone. */
export function another({ notAdded, left }: Tally): AddJob | undefined {
  const again = notAdded
    .filter((customer) => !isGone(customer))
    .map(({ id, name }) => ({ id, name }));
  return remaining({ customers: [...again, ...(left?.customers ?? [])], matching: left?.matching });
}
