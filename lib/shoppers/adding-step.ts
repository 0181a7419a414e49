import 'server-only';
import type { BigCommerceError } from '../bigcommerce/client/errors.ts';
import type { Customer } from '../bigcommerce/customers.ts';
import { type Failure, failureFrom } from '../failure.ts';
import { type AddOutcome, addOutcome } from './add-shoppers.ts';
import { type Addition, outOfTime } from './adding.ts';

/** What one step of adding many customers has done. */
export interface AddingStep {
  /** In all, whether or not their page has been done. */
  added: number;
  /** Of the customers who had their turn, like `notAdded`. */
  alreadyIn: number;
  notAdded: AddOutcome[];
  /** How many customers had their turn. */
  done: number;
  /** How many customers match. */
  total: number;
  /** Where the next step starts; null when everybody has had their turn. */
  nextPage: number | null;
  /** Why the step ended before its time. */
  failure?: Failure;
}

export interface Turn {
  customer: Customer;
  addition: Addition;
}

export interface PageOfTurns {
  /** How many customers come before this page. */
  start: number;
  turns: readonly Turn[];
  /** What kept some of the page's customers from having their turn. */
  stoppedBy?: BigCommerceError;
}

type Sums = Omit<AddingStep, 'total' | 'nextPage'> & { next: number | null };

/**
 * Adds up what was done. Customers from the first unfinished page on get another turn, in which
 * those who were added just now count as already in.
 * @param end where the next step starts if all pages are finished
 */
export function sumUp(pages: readonly PageOfTurns[], end: number | null): Sums {
  const unfinished = pages.find(({ stoppedBy }) => stoppedBy !== undefined);
  const finished = unfinished === undefined ? pages : pages.slice(0, pages.indexOf(unfinished));
  const done = finished.flatMap(({ turns }) => turns);
  const isAdded = ({ addition }: Turn) => addition.status === 'added';
  const sums: Sums = {
    added: pages.flatMap(({ turns }) => turns).filter(isAdded).length,
    alreadyIn: done.filter(({ addition }) => addition.status === 'already-in').length,
    notAdded: done.flatMap(({ customer, addition }) =>
      'error' in addition ? [addOutcome(customer, addition)] : [],
    ),
    done: done.length,
    next: unfinished === undefined ? end : unfinished.start,
  };
  const stoppedBy = unfinished?.stoppedBy;
  if (stoppedBy === undefined) return sums;
  const isOnTime = stoppedBy === outOfTime && done.length > 0;
  return isOnTime ? sums : { ...sums, failure: failureFrom(stoppedBy) };
}
