import type { CustomerFilter } from '@/lib/shoppers/customer-filter.ts';
import type { Identity } from '../customers/use-customer-label.ts';
import type { ClientFailure } from '../failures/client-failure.ts';

/** Customers to add: first the chosen ones, then all that match a filter. */
export interface AddJob {
  customers: readonly Identity[];
  matching?: Matching | undefined;
}

export interface Matching {
  filter: CustomerFilter;
  /** How many of the matching customers come before the first one that is still to be added. */
  offset: number;
  /** About how many customers match from the offset on. */
  count: number;
}

export interface NotAdded extends Identity {
  status: 'failed' | 'unknown';
  failure: ClientFailure;
}

/** The outcome of a job so far. */
export interface AddTally {
  added: number;
  alreadyIn: number;
  notAdded: readonly NotAdded[];
  /** How many were added from pages that are not finished; `left` still counts them. */
  ahead: number;
  /** Ids of the chosen customers who are in the segment now. */
  inNow: ReadonlySet<number>;
  /** What was never sent, because the job was cancelled or gave up. */
  left: AddJob | undefined;
  /** The answer to a step was lost, so some of those left may be in the segment. */
  hasUnknown: boolean;
  cancelled: boolean;
  /** Why the job gave up. */
  failure?: ClientFailure | undefined;
}

export function size({ customers, matching }: AddJob): number {
  return customers.length + (matching?.count ?? 0);
}

/** How many customers the job has not added yet, as far as is known. */
export function countLeft({ left, ahead }: AddTally): number {
  return left ? Math.max(1, size(left) - ahead) : 0;
}

/** What is left of a job, or undefined if nothing is. */
export function remaining({ customers, matching }: AddJob): AddJob | undefined {
  return customers.length > 0 || matching ? { customers, matching } : undefined;
}

/** Whether the customer has been deleted, so that a retry is useless. */
export function isGone({ failure }: NotAdded): boolean {
  return failure.code === 'not-found';
}

/** A job for everybody who was not added, except deleted customers. */
export function retryJob({ notAdded, left }: AddTally): AddJob | undefined {
  const again = notAdded.filter((customer) => !isGone(customer)).map(identityOf);
  return remaining({ customers: [...again, ...(left?.customers ?? [])], matching: left?.matching });
}

export function identityOf({ id, name, email }: Identity): Identity {
  return { id, name, email };
}
