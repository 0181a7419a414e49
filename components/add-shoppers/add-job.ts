import { CUSTOMERS_PER_ADDITION, QUOTA_WINDOW_SECONDS } from '@/lib/limits/limits.ts';
import type { AddOutcome } from '@/lib/shoppers/add-shoppers.ts';
import type { AddingStep } from '@/lib/shoppers/adding-step.ts';
import type { CallResult } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { afterChunk, afterMatching, type Stage } from './add-stages.ts';
import { type Matching, remaining, size, type Tally, type Work } from './adding-state.ts';

/** How often in a row a request limit is waited for in vain. */
const patience = 10;

interface Options {
  addThese: (customerIds: number[]) => Promise<CallResult<readonly AddOutcome[]>>;
  addMatching: (matching: Matching) => Promise<CallResult<AddingStep>>;
  /** Resolves after so many seconds, or as soon as the work is cancelled. */
  wait: (seconds: number) => Promise<void>;
  isCancelled: () => boolean;
  onProgress: (done: number) => void;
}

/**
 * Adds customers call by call. Stops between calls when cancelled. A request limit is waited for;
 * whatever else keeps a whole call from adding anybody would keep the next one from it, too.
 */
export async function addStepByStep(work: Work, options: Options): Promise<Tally> {
  const { wait, isCancelled, onProgress } = options;
  const total = size(work);
  let tally = begin(work);
  let waits = 0;
  while (tally.left) {
    if (isCancelled()) return { ...tally, cancelled: true };
    const before = size(tally.left);
    const stage: Stage = await advance(tally, tally.left, options);
    tally = stage.tally;
    const open = tally.left ? size(tally.left) : 0;
    onProgress(Math.max(0, total - open));
    if (!stage.obstacle) continue;
    waits = open < before ? 0 : waits + 1;
    if (isFinal(stage.obstacle) || waits > patience) return { ...tally, failure: stage.obstacle };
    if (tally.left) await wait(stage.obstacle.retryAfterSeconds ?? QUOTA_WINDOW_SECONDS);
  }
  return tally;
}

function isFinal({ code }: ClientFailure): boolean {
  return code !== 'rate-limited';
}

function begin(work: Work): Tally {
  return {
    added: 0,
    alreadyIn: 0,
    notAdded: [],
    ahead: 0,
    inNow: new Set(),
    left: remaining(work),
    unsure: false,
    cancelled: false,
  };
}

async function advance(tally: Tally, left: Work, options: Options): Promise<Stage> {
  const chunk = left.customers.slice(0, CUSTOMERS_PER_ADDITION);
  if (chunk.length > 0) {
    const rest = { ...left, customers: left.customers.slice(CUSTOMERS_PER_ADDITION) };
    const result = await options.addThese(chunk.map(({ id }) => id));
    return afterChunk(tally, chunk, rest, result);
  }
  if (!left.matching) return { tally: { ...tally, left: undefined } };
  return afterMatching(tally, left.matching, await options.addMatching(left.matching));
}
