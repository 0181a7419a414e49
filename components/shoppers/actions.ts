'use server';

import { action } from '@/lib/requests/action.ts';
import { addMatching } from '@/lib/shoppers/add-matching.ts';
import { addShoppers as addToSegment } from '@/lib/shoppers/add-shoppers.ts';
import { removeShoppers as removeFromSegment } from '@/lib/shoppers/remove-shoppers.ts';
import {
  type AddInput,
  type AddMatchingInput,
  addInput,
  addMatchingInput,
  type RemoveInput,
  removeInput,
} from '@/lib/shoppers/shopper-input.ts';

const add = action('addShoppers', addInput, ({ connection }, input) =>
  addToSegment(connection, input),
);

/** Adds up to `CUSTOMERS_PER_ADDITION` customers to a segment. Returns an outcome for each. */
export async function addShoppers(token: string, input: AddInput) {
  return add(token, input);
}

const addMany = action('addMatchingShoppers', addMatchingInput, ({ session, connection }, input) =>
  addMatching(connection, { ...input, timeZone: session.store.timeZone }),
);

/** Does one step of adding all customers that match. Call it until there is no next offset. */
export async function addMatchingShoppers(token: string, input: AddMatchingInput) {
  return addMany(token, input);
}

const remove = action('removeShoppers', removeInput, ({ connection }, input) =>
  removeFromSegment(connection, input),
);

/** Removes up to `SHOPPERS_PER_REMOVAL` shoppers from a segment. Returns an outcome for each. */
export async function removeShoppers(token: string, input: RemoveInput) {
  return remove(token, input);
}
