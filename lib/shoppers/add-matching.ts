import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import type { Customer } from '../bigcommerce/customers.ts';
import { Adding, type Addition } from './adding.ts';
import { type AddingStep, type PageOfAdditions, sumUp } from './adding-step.ts';
import { type FilterInStore, readMatching } from './matching-customers.ts';

/** How many customers one step adds: few enough for one action of 30 s. */
const STEP = 5_000;

/**
 * Adds the next customers that match a filter to a segment, about 5,000 of them. Customers that are
 * not dealt with before the time is up or BigCommerce refuses more are left to the next step.
 * @param offset how many of the customers that match come before the first one to add: 0 for the
 * first step, then the `nextOffset` of the step before
 * @throws {BigCommerceError} if the customers can't be read; then nothing has been changed
 */
export async function addMatching(
  connection: Connection,
  { segmentId, offset, ...filter }: FilterInStore & { segmentId: string; offset: number },
): Promise<AddingStep> {
  const matching = await readMatching(connection, filter, { offset, count: STEP });
  const adding = new Adding(connection, segmentId);
  const begun = matching.pages.map((page) => ({
    offset: page.offset,
    additions: begin(adding, page.items),
  }));
  const everyAddition = begun.map(({ additions }) => additions);
  const [pages] = await Promise.all([
    Promise.all(begun.map((page) => finish(adding, page))),
    Promise.allSettled(everyAddition).then(() => adding.complete()),
  ]);
  return sumUp(pages, matching.nextOffset);
}

interface Begun {
  customer: Customer;
  addition: Promise<Addition>;
}

async function begin(adding: Adding, customers: Promise<Customer[]>): Promise<Begun[]> {
  return (await customers).map((customer) => ({ customer, addition: adding.add(customer) }));
}

async function finish(
  adding: Adding,
  { offset, additions }: { offset: number; additions: Promise<Begun[]> },
): Promise<PageOfAdditions> {
  let begun: readonly Begun[];
  try {
    begun = await additions;
  } catch (error) {
    if (!(error instanceof BigCommerceError)) throw error;
    return { offset, results: [], stoppedBy: error };
  }
  const results = await Promise.all(
    begun.map(async ({ customer, addition }) => ({ customer, addition: await addition })),
  );
  const stoppedBy = adding.whatStopped(results.map(({ addition }) => addition));
  return { offset, results, ...(stoppedBy && { stoppedBy }) };
}
