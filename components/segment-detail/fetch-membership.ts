import type { Customer } from '@/lib/bigcommerce/customers.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import type { Read } from '../api-client/use-reader.ts';
import { clientFailure } from '../failures/client-failure.ts';

interface Options {
  read: Read<Customer>;
  storeHash: string;
  segmentId: string;
}

/** The profile ids of those who are in a segment now, or undefined if that can't be read. */
export async function whoIsIn(
  shoppers: readonly Shopper[],
  { read, storeHash, segmentId }: Options,
): Promise<ReadonlySet<string> | undefined> {
  const isIn = async ({ customerId }: Shopper) => {
    try {
      const customer = await read(`/api/customers/${customerId}?store=${storeHash}`);
      return customer.segmentIds.includes(segmentId);
    } catch (error) {
      // Somebody who is no customer any more is in no segment.
      if (clientFailure(error).code === 'not-found') return false;
      throw error;
    }
  };
  try {
    const answers = await Promise.all(shoppers.map(isIn));
    return new Set(shoppers.filter((_, at) => answers[at]).map(({ profileId }) => profileId));
  } catch {
    return undefined;
  }
}
