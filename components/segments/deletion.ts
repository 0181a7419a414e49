import type { CallResult } from '../api/call-action.ts';
import type { ClientFailure } from '../api/client-failure.ts';
import type { DeleteOutcome } from './actions.ts';

/** How many ids one call takes. */
export const chunkSize = 100;

/** What became of a deletion, id by id. */
export interface DeletionTally {
  deleted: readonly string[];
  failed: readonly string[];
  unknown: readonly string[];
  /** Never sent: cancelled, or given up after a failure. */
  left: readonly string[];
  cancelled: boolean;
  /** The last thing that went wrong. */
  failure?: ClientFailure | undefined;
}

interface Options {
  send: (ids: string[]) => Promise<CallResult<DeleteOutcome[]>>;
  isCancelled: () => boolean;
  onProgress: (done: number) => void;
}

/**
 * Deletes in chunks, one after the other. Stops between chunks when cancelled, and for good once a
 * whole chunk has failed: what stopped that one would stop the next.
 */
export async function deleteInChunks(
  ids: readonly string[],
  { send, isCancelled, onProgress }: Options,
): Promise<DeletionTally> {
  let tally: DeletionTally = { deleted: [], failed: [], unknown: [], left: ids, cancelled: false };
  while (tally.left.length > 0) {
    if (isCancelled()) return { ...tally, cancelled: true };
    const chunk = tally.left.slice(0, chunkSize);
    const result = await send(chunk);
    const before = tally.deleted.length;
    tally = { ...count(tally, chunk, result), left: tally.left.slice(chunkSize) };
    if (tally.deleted.length === before) return tally;
    onProgress(ids.length - tally.left.length);
  }
  return tally;
}

function count(
  tally: DeletionTally,
  chunk: readonly string[],
  result: CallResult<DeleteOutcome[]>,
): DeletionTally {
  if (!result.ok) {
    const kind = result.unknown ? 'unknown' : 'failed';
    return { ...tally, [kind]: [...tally[kind], ...chunk], failure: result.failure };
  }
  const statusOf = new Map(result.data.map((outcome) => [outcome.id, outcome]));
  const having = (status: DeleteOutcome['status']) =>
    chunk.filter((id) => (statusOf.get(id)?.status ?? 'unknown') === status);
  const failure = result.data.findLast((outcome) => outcome.status !== 'deleted');
  return {
    ...tally,
    deleted: [...tally.deleted, ...having('deleted')],
    failed: [...tally.failed, ...having('failed')],
    unknown: [...tally.unknown, ...having('unknown')],
    failure: failure && 'failure' in failure ? failure.failure : tally.failure,
  };
}

/** Settles what is in doubt by the ids that a list read afterwards holds. */
export function settleBy(present: ReadonlySet<string>, tally: DeletionTally): DeletionTally {
  const doubtful = [...tally.failed, ...tally.unknown];
  return {
    ...tally,
    deleted: [...tally.deleted, ...doubtful.filter((id) => !present.has(id))],
    failed: doubtful.filter((id) => present.has(id)),
    unknown: [],
  };
}
