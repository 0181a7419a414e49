import 'server-only';
import { pause } from '../../process/clock.ts';
import type { Connection } from './connection.ts';
import { BigCommerceError } from './errors.ts';
import { failed, type NotDone, unknown } from './not-done.ts';

/** An item for which the answer does not show whether it was written. */
export interface Unknown<Item> {
  item: Item;
  error: BigCommerceError;
}

/** Reads what the store holds. The result is undefined for an item that was not carried out. */
export type ReadBack<Item, Done> = (
  items: readonly Unknown<Item>[],
) => Promise<readonly (Done | NotDone | undefined)[]>;

/** Statuses of the refusals that are looked up: the size of the batch does not cause them. */
const LOOKED_UP = [400, 404, 409, 422];

/**
 * Rethrows a refusal as an unknown outcome, so that the items are looked up in the store. If items
 * are refused because of what the store holds (a member is already in, a customer is gone), this
 * takes fewer requests than halving the batch until each refused item is alone.
 */
export function lookUpRefusal(error: unknown): never {
  const isRefusal = error instanceof BigCommerceError && LOOKED_UP.includes(error.status ?? 0);
  throw isRefusal ? error.asUnknown() : error;
}

/**
 * Reads the outcomes from the store. They stay unknown if the store can't be read. Where it may
 * still be at work on the write, it is given a moment first.
 */
export async function lookUp<Item, Done>(
  { store, timing, signal }: Connection,
  readBack: ReadBack<Item, Done>,
  items: readonly Unknown<Item>[],
): Promise<readonly (Done | NotDone | undefined)[]> {
  if (items.length === 0) return [];
  try {
    if (items.some(({ error }) => error.mayStillHappen)) {
      await pause(store.clock, timing.readBackDelay, signal);
    }
    return await readBack(items);
  } catch (error) {
    if (!(error instanceof BigCommerceError)) throw error;
    return items.map((item) => unknown(item.error));
  }
}

/** The outcome of an item that is not found in the store. */
export function outcomeOfAbsent(error: BigCommerceError): NotDone {
  return error.mayStillHappen ? unknown(error) : failed(error);
}
