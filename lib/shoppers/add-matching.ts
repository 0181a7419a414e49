import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import type { Customer } from '../bigcommerce/customers.ts';
import { Adding, type Addition } from './adding.ts';
import { type AddingStep, type PageOfTurns, sumUp, type Turn } from './adding-step.ts';
import type { CustomerFilter } from './customer-filter.ts';
import { readMatching } from './matching-customers.ts';

/** Enough to keep BigCommerce busy, little enough for one action. */
const STEP = 5_000;
/** What the caller counts pages in, because BigCommerce's own may change their size. */
const PAGE_SIZE = 50;

/**
 * Adds the next customers that match a filter to a segment, about 5,000 of them. Who has not had
 * their turn when the time is up, or when BigCommerce takes no more, is left to the next step.
 * @throws {BigCommerceError} if the customers can't be read; then nothing has been changed
 */
export async function addMatching(
  connection: Connection,
  { segmentId, filter, page }: { segmentId: string; filter: CustomerFilter; page: number },
): Promise<AddingStep> {
  const matching = await readMatching(connection, filter, (page - 1) * PAGE_SIZE, STEP);
  const adding = new Adding(connection, segmentId);
  const begun = matching.pages.map(({ customers }) => begin(adding, customers));
  const turns = begun.map(async (page, at): Promise<PageOfTurns> => {
    const start = matching.pages[at]?.start ?? 0;
    try {
      return { start, ...(await finish(adding, await page)) };
    } catch (error) {
      if (error instanceof BigCommerceError) return { start, turns: [], stoppedBy: error };
      throw error;
    }
  });
  const [pages] = await Promise.all([
    Promise.all(turns),
    Promise.allSettled(begun).then(() => adding.complete()),
  ]);
  const { end, total } = matching;
  const { next, ...sums } = sumUp(pages, end);
  return { ...sums, total, nextPage: next === null ? null : Math.floor(next / PAGE_SIZE) + 1 };
}

type Begun = { customer: Customer; addition: Promise<Addition> };

async function begin(adding: Adding, customers: Promise<Customer[]>): Promise<Begun[]> {
  return (await customers).map((customer) => ({ customer, addition: adding.add(customer) }));
}

async function finish(
  adding: Adding,
  begun: readonly Begun[],
): Promise<Omit<PageOfTurns, 'start'>> {
  const turns: Turn[] = await Promise.all(
    begun.map(async ({ customer, addition }) => ({ customer, addition: await addition })),
  );
  const stoppedBy = adding.whatStopped(turns.map(({ addition }) => addition));
  return stoppedBy === undefined ? { turns } : { turns, stoppedBy };
}
