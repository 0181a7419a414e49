import { CUSTOMERS_PER_ADDITION } from '@/lib/limits/limits.ts';
import type { AddOutcome } from '@/lib/shoppers/add-shoppers.ts';
import type { AddingStep } from '@/lib/shoppers/adding-step.ts';
import type { CallResult } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { limitWait, mostWaits } from '../jobs/limit-wait.ts';
import { type AddJob, type AddTally, type Matching, remaining, size } from './adding-state.ts';
import { type TalliedCall, tallyChunk, tallyMatching } from './tally-call.ts';

interface Options {
  addThese: (customerIds: number[]) => Promise<CallResult<readonly AddOutcome[]>>;
  addMatching: (matching: Matching) => Promise<CallResult<AddingStep>>;
  /** Resolves after this many seconds, or as soon as the job is cancelled. */
  wait: (seconds: number) => Promise<void>;
  isCancelled: () => boolean;
  onProgress: (done: number) => void;
}

/**
 * Adds customers call by call. It stops between calls when it is cancelled. It waits for the
 * request limit. Any other failure of a whole call ends it, because the next call would fail, too.
 */
export async function runAddJob(job: AddJob, options: Options): Promise<AddTally> {
  const { wait, isCancelled, onProgress } = options;
  const total = size(job);
  let tally = begin(job);
  let waits = 0;
  while (tally.left) {
    if (isCancelled()) return { ...tally, cancelled: true };
    const before = size(tally.left);
    const call: TalliedCall = await advance(tally, tally.left, options);
    tally = call.tally;
    const open = tally.left ? size(tally.left) : 0;
    onProgress(Math.max(0, total - open));
    if (!call.obstacle) continue;
    waits = open < before ? 0 : waits + 1;
    if (isFinal(call.obstacle) || waits > mostWaits) return { ...tally, failure: call.obstacle };
    if (tally.left) await wait(limitWait(call.obstacle));
  }
  return tally;
}

function isFinal({ code }: ClientFailure): boolean {
  return code !== 'rate-limited';
}

function begin(job: AddJob): AddTally {
  return {
    added: 0,
    alreadyIn: 0,
    notAdded: [],
    ahead: 0,
    inNow: new Set(),
    left: remaining(job),
    hasUnknown: false,
    cancelled: false,
  };
}

async function advance(tally: AddTally, left: AddJob, options: Options): Promise<TalliedCall> {
  const chunk = left.customers.slice(0, CUSTOMERS_PER_ADDITION);
  if (chunk.length > 0) {
    const rest = { ...left, customers: left.customers.slice(CUSTOMERS_PER_ADDITION) };
    const result = await options.addThese(chunk.map(({ id }) => id));
    return tallyChunk(tally, chunk, rest, result);
  }
  if (!left.matching) return { tally: { ...tally, left: undefined } };
  return tallyMatching(tally, left.matching, await options.addMatching(left.matching));
}
