import type { Failure } from '@/lib/failure.ts';
import type { CallResult } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import type { JobControl } from '../jobs/use-job.ts';

interface Step {
  removed: number;
  left: number;
  failure?: Failure;
}

/** The outcome of removing everybody. */
export interface RemovedInSteps {
  removed: number;
  cancelled: boolean;
  failure?: ClientFailure | undefined;
  /** Whether the outcome of the last step is unknown. */
  unknown: boolean;
}

interface Options extends JobControl {
  send: (atMost: number) => Promise<CallResult<Step>>;
}

/**
 * Removes everybody in steps, but never more than `total`, so that the segment keeps as many as are
 * added meanwhile.
 * @param total how many members the segment had when the user confirmed
 */
export async function removeInSteps(
  total: number,
  { send, isCancelled, onProgress }: Options,
): Promise<RemovedInSteps> {
  let removed = 0;
  while (removed < total) {
    if (isCancelled()) return { removed, cancelled: true, unknown: false };
    const result = await send(total - removed);
    if (!result.ok) {
      return { removed, cancelled: false, failure: result.failure, unknown: result.unknown };
    }
    const { failure, left } = result.data;
    removed += result.data.removed;
    onProgress(removed);
    if (failure || left === 0 || result.data.removed === 0) {
      return { removed, cancelled: false, failure, unknown: false };
    }
  }
  return { removed, cancelled: false, unknown: false };
}
