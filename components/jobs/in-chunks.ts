import type { CallResult } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';

/** The outcome for one id. `unknown`: there was no clear answer. */
export type Outcome<Id> =
  | { id: Id; status: 'done' }
  | { id: Id; status: 'failed' | 'unknown'; failure: ClientFailure };

/** The outcome of a job, id by id. */
export interface Tally<Id> {
  done: readonly Id[];
  failed: readonly Id[];
  unknown: readonly Id[];
  /** Ids never sent, because the job was cancelled or gave up. */
  left: readonly Id[];
  cancelled: boolean;
  /** The last failure. */
  failure?: ClientFailure | undefined;
}

interface Options<Id> {
  /** How many ids one call sends. */
  chunkSize: number;
  send: (ids: Id[]) => Promise<CallResult<readonly Outcome<Id>[]>>;
  isCancelled: () => boolean;
  onProgress: (done: number) => void;
}

/**
 * Sends ids in chunks, one after the other. It stops between chunks when it is cancelled, and ends
 * after a chunk of which nothing was done, because the next would fail, too.
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

/** Counts failed and unknown ids as done if a list read afterwards no longer holds them. */
export function settleBy<Id>(present: ReadonlySet<Id>, tally: Tally<Id>): Tally<Id> {
  const unsettled = [...tally.failed, ...tally.unknown];
  return {
    ...tally,
    done: [...tally.done, ...unsettled.filter((id) => !present.has(id))],
    failed: unsettled.filter((id) => present.has(id)),
    unknown: [],
  };
}
