import type { AddOutcome } from '@/lib/shoppers/add-shoppers.ts';
import type { AddingStep } from '@/lib/shoppers/adding-step.ts';
import type { CallResult } from '../api-client/call-action.ts';
import type { Identity } from '../customers/use-customer-label.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import {
  type AddJob,
  type AddTally,
  identityOf,
  isGone,
  type Matching,
  type NotAdded,
  remaining,
} from './adding-state.ts';

/** The tally after one more call, and the failure that the job must wait for or end with. */
export interface TalliedCall {
  tally: AddTally;
  obstacle?: ClientFailure | undefined;
}

/**
 * Adds the outcomes of a chunk of customers to the tally. Customers that the request limit refused
 * go back to the front of what is left.
 * @param rest what is left besides the chunk
 */
export function tallyChunk(
  tally: AddTally,
  chunk: readonly Identity[],
  rest: AddJob,
  result: CallResult<readonly AddOutcome[]>,
): TalliedCall {
  if (!result.ok && !result.unknown) return { tally, obstacle: result.failure };
  const outcomes = result.ok ? result.data : [];
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.customerId, outcome]));
  const failure: ClientFailure = result.ok ? { code: 'unexpected' } : result.failure;
  const none = { status: 'unknown', failure } as const;

  let { added, alreadyIn } = tally;
  const inNow = new Set(tally.inNow);
  const notAdded: NotAdded[] = [];
  const limited: NotAdded[] = [];
  for (const customer of chunk) {
    const outcome = outcomeOf.get(customer.id) ?? none;
    if (outcome.status === 'failed' || outcome.status === 'unknown') {
      const { status, failure } = outcome;
      const isLimited = status === 'failed' && failure.code === 'rate-limited';
      (isLimited ? limited : notAdded).push({ ...customer, status, failure });
    } else {
      inNow.add(customer.id);
      if (outcome.status === 'added') added += 1;
      else alreadyIn += 1;
    }
  }
  const customers = [...limited.map(identityOf), ...rest.customers];
  const left = remaining({ ...rest, customers });
  const nobody = inNow.size === tally.inNow.size;
  const obstacle =
    limited.at(-1) ?? (nobody ? notAdded.findLast((one) => !isGone(one)) : undefined);
  return {
    tally: { ...tally, added, alreadyIn, inNow, notAdded: [...tally.notAdded, ...notAdded], left },
    obstacle: obstacle?.failure,
  };
}

/** Adds the outcome of one step through the matching customers to the tally. */
export function tallyMatching(
  tally: AddTally,
  matching: Matching,
  result: CallResult<AddingStep>,
): TalliedCall {
  if (!result.ok) {
    const hasUnknown = tally.hasUnknown || result.unknown;
    return { tally: { ...tally, hasUnknown }, obstacle: result.failure };
  }
  const { added, alreadyIn, notAdded, nextOffset, done, failure } = result.data;
  // Customers added from an unfinished page come up again and are then reported as already in.
  const again = Math.min(tally.ahead, alreadyIn);
  const ahead = tally.ahead - again + Math.max(0, added + alreadyIn + notAdded.length - done);
  const count = Math.max(1, matching.count - done);
  const left = nextOffset === null ? undefined : { ...matching, offset: nextOffset, count };
  return {
    tally: {
      ...tally,
      added: tally.added + added,
      alreadyIn: tally.alreadyIn + alreadyIn - again,
      ahead,
      notAdded: [...tally.notAdded, ...notAdded.flatMap(named)],
      left: left && { customers: [], matching: left },
    },
    obstacle: failure,
  };
}

function named(outcome: AddOutcome): NotAdded[] {
  if (outcome.status !== 'failed' && outcome.status !== 'unknown') return [];
  const { customerId: id, name, email, status, failure } = outcome;
  return [{ id, name, email, status, failure }];
}
