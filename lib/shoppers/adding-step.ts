import 'server-only';
import type { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { deadlinePassed } from '../bigcommerce/client/limiter.ts';
import type { Customer } from '../bigcommerce/customers.ts';
import { type Failure, failureFrom } from '../failure.ts';
import { type AddOutcome, addOutcome } from './add-shoppers.ts';
import type { Addition } from './adding.ts';

/** What one step of adding many customers has done. */
export interface AddingStep {
  /** How many customers were added, also those on a page that is not finished. */
  added: number;
  /** How many customers on finished pages were already in. */
  alreadyIn: number;
  /** The other customers on finished pages that were not added. */
  notAdded: AddOutcome[];
  /** How many customers that match are on finished pages. */
  done: number;
  /** The `offset` of the next step; null when all customers have been dealt with. */
  nextOffset: number | null;
  /** Why the step ended early. */
  failure?: Failure;
}

/** A customer with its outcome. */
interface AdditionResult {
  customer: Customer;
  addition: Addition;
}

export interface PageOfAdditions {
  /** How many of the customers that match come before this page. */
  offset: number;
  results: readonly AdditionResult[];
  /** Why some of the page's customers have not been dealt with. */
  stoppedBy?: BigCommerceError;
}

/**
 * Adds up the pages' results. The next step begins with the first unfinished page, so customers of
 * that page that were added in this step count as already in then.
 * @param nextOffset where the next step starts if all pages are finished; null if there is none
 */
export function sumUp(pages: readonly PageOfAdditions[], nextOffset: number | null): AddingStep {
  const unfinished = pages.find(({ stoppedBy }) => stoppedBy !== undefined);
  const finished = unfinished === undefined ? pages : pages.slice(0, pages.indexOf(unfinished));
  const done = finished.flatMap(({ results }) => results);
  const isAdded = ({ addition }: AdditionResult) => addition.status === 'added';
  const sums = {
    added: pages.flatMap(({ results }) => results).filter(isAdded).length,
    alreadyIn: done.filter(({ addition }) => addition.status === 'already-in').length,
    notAdded: done.flatMap(({ customer, addition }) =>
      'error' in addition ? [addOutcome(customer, addition)] : [],
    ),
    done: done.length,
    nextOffset: unfinished === undefined ? nextOffset : unfinished.offset,
  };
  const stoppedBy = unfinished?.stoppedBy;
  if (stoppedBy === undefined) return sums;
  const isOnTime = stoppedBy === deadlinePassed && finished.length > 0;
  return isOnTime ? sums : { ...sums, failure: failureFrom(stoppedBy) };
}
