'use server';

import { action } from '@/lib/requests/action.ts';
import { changingShoppers } from '@/lib/segments/record-changes.ts';
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

const add = action('addShoppers', addInput, ({ connection, session }, input) =>
  changingShoppers(
    session.store,
    input.segmentId,
    () => addToSegment(connection, input),
    (outcomes) => howMany('added', outcomes),
  ),
);

/** Adds up to `CUSTOMERS_PER_ADDITION` customers to a segment. Returns an outcome for each. */
export async function addShoppers(token: string, input: AddInput) {
  return add(token, input);
}

const addMany = action('addMatchingShoppers', addMatchingInput, ({ connection, session }, input) =>
  changingShoppers(
    session.store,
    input.segmentId,
    () => addMatching(connection, { ...input, timeZone: session.store.timeZone }),
    ({ added, notAdded, failure }) => {
      const isKnown = !failure && notAdded.every(({ status }) => status !== 'unknown');
      return isKnown ? added : undefined;
    },
  ),
);

/** Does one step of adding all customers that match. Call it until there is no next offset. */
export async function addMatchingShoppers(token: string, input: AddMatchingInput) {
  return addMany(token, input);
}

const remove = action('removeShoppers', removeInput, ({ connection, session }, input) =>
  changingShoppers(
    session.store,
    input.segmentId,
    () => removeFromSegment(connection, input),
    (outcomes) => {
      const removed = howMany('removed', outcomes);
      return removed === undefined ? undefined : -removed;
    },
  ),
);

/** Removes up to `SHOPPERS_PER_REMOVAL` shoppers from a segment. Returns an outcome for each. */
export async function removeShoppers(token: string, input: RemoveInput) {
  return remove(token, input);
}

/** How many of the outcomes have a status; undefined if one of them is unknown. */
function howMany(status: string, outcomes: readonly { status: string }[]): number | undefined {
  if (outcomes.some((outcome) => outcome.status === 'unknown')) return undefined;
  return outcomes.filter((outcome) => outcome.status === status).length;
}
