import type { CallResult } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';

/** What became of one thing. `unknown`: BigCommerce gave no clear answer. */
export type Outcome<Id> =
  | { id: Id; status: 'done' }
  | { id: Id; status: 'failed' | 'unknown'; failure: ClientFailure };

/** What became of everything, id by id. */
export interface Tally<Id> {
  done: readonly Id[];
  failed: readonly Id[];
  unknown: readonly Id[];
  /** Never sent: cancelled, or given up after a failure. */
  left: readonly Id[];
  cancelled: boolean;
  /** The last thing that went wrong. */
  failure?: ClientFailure | undefined;
}

interface Options<Id> {
  /** How many ids one call takes. */
  chunkSize: number;
  send: (ids: Id[]) => Promise<CallResult<readonly Outcome<Id>[]>>;
  isCancelled: () => boolean;
  onProgress: (done: number) => void;
}

/**
 * Works in chunks, one after the other. Stops between chunks when cancelled, and for good once a
 * whole chunk has failed: what stopped that one would stop the next.
 */
export async function workInChunks<Id>(
  ids: readonly Id[],
  { chunkSize, send, isCancelled, onProgress }: Options<Id>,
): Promise<Tally<Id>> {
  let tally: Tally<Id> = { done: [], failed: [], unknown: [], left: ids, cancelled: false };
  while (tally.left.length > 0) {
    if (isCancelled()) return { ...tally, cancelled: true };
    const chunk = tally.left.slice(0, chunkSize);
    const result = await send(chunk);
    const before = tally.done.length;
    tally = { ...count(tally, chunk, result), left: tally.left.slice(chunkSize) };
    if (tally.done.length === before) return tally;
    onProgress(ids.length - tally.left.length);
  }
  return tally;
}

function count<Id>(
  tally: Tally<Id>,
  chunk: readonly Id[],
  result: CallResult<readonly Outcome<Id>[]>,
): Tally<Id> {
  if (!result.ok) {
    const kind = result.unknown ? 'unknown' : 'failed';
    return { ...tally, [kind]: [...tally[kind], ...chunk], failure: result.failure };
  }
  const outcomeOf = new Map(result.data.map((outcome) => [outcome.id, outcome]));
  const having = (status: Outcome<Id>['status']) =>
    chunk.filter((id) => (outcomeOf.get(id)?.status ?? 'unknown') === status);
  const failure = result.data.findLast((outcome) => outcome.status !== 'done');
  return {
    ...tally,
    done: [...tally.done, ...having('done')],
    failed: [...tally.failed, ...having('failed')],
    unknown: [...tally.unknown, ...having('unknown')],
    failure: failure && 'failure' in failure ? failure.failure : tally.failure,
  };
}

/** Settles what failed or is unknown, by the ids that a list read after the removal holds. */
export function settleBy<Id>(present: ReadonlySet<Id>, tally: Tally<Id>): Tally<Id> {
  const unsettled = [...tally.failed, ...tally.unknown];
  return {
    ...tally,
    done: [...tally.done, ...unsettled.filter((id) => !present.has(id))],
    failed: unsettled.filter((id) => present.has(id)),
    unknown: [],
  };
}
