'use client';

import { useCallback } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { SEGMENTS_PER_DELETION } from '@/lib/limits/limits.ts';
import { callAction } from '../api-client/call-action.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import { type Outcome, settleBy, type Tally, workInChunks } from '../jobs/in-chunks.ts';
import { type JobControl, type RunningJob, useJob } from '../jobs/use-job.ts';
import { useKeptState } from '../session/use-kept-state.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { type DeletionOutcome, deleteSegments } from './actions.ts';
import type { SegmentChanges } from './segment-changes.ts';
import { useDeletionSummary } from './use-deletion-summary.ts';

/**
 * Deletes segments. They leave the screen at once and come back if BigCommerce keeps them. A
 * deletion continues when the user leaves the screen, and the next screen shows its progress.
 */
export function useDeletion({ dispatch, drop, reread }: SegmentChanges) {
  const { token, endIfOver } = useActionSession();
  const showAlert = useAlert();
  const summarize = useDeletionSummary();
  const job = useKeptState<RunningJob | undefined>('deleting segments', undefined);
  const { run: runJob, cancel, progress } = useJob(job);

  const work = useCallback(
    async (
      targets: readonly Segment[],
      control: JobControl,
    ): Promise<Tally<string> | undefined> => {
      if (token === undefined) return undefined;
      const ids = targets.map(({ id }) => id);
      let tally = await workInChunks(ids, {
        ...control,
        chunkSize: SEGMENTS_PER_DELETION,
        send: (chunk) => sendDeletion(token, chunk),
      });
      if (endIfOver(tally.failure)) return undefined;
      await drop(tally.done);
      if (tally.unknown.length + tally.failed.length > 0) {
        const present = await reread();
        if (present) tally = settleBy(new Set(present.keys()), tally);
      }
      dispatch({ type: 'settle', ids });
      showAlert(summarize(tally, targets));
      return tally;
    },
    [token, endIfOver, drop, reread, dispatch, showAlert, summarize],
  );

  const run = useCallback(
    (targets: readonly Segment[]) => {
      dispatch({ type: 'remove', ids: targets.map(({ id }) => id) });
      return runJob(targets.length, (control) => work(targets, control));
    },
    [dispatch, runJob, work],
  );

  return { run, cancel, progress };
}

async function sendDeletion(token: string, ids: string[]) {
  const result = await callAction(() => deleteSegments(token, { ids }));
  return result.ok ? { ...result, data: result.data.map(outcomeOf) } : result;
}

function outcomeOf(outcome: DeletionOutcome): Outcome<string> {
  return outcome.status === 'deleted' ? { id: outcome.id, status: 'done' } : outcome;
}
