'use client';

import { useCallback, useRef, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { useAlert } from '../alerts/alerts-provider.tsx';
import { callAction } from '../api/call-action.ts';
import { useSession } from '../session/session-context.ts';
import { deleteSegments } from './actions.ts';
import { deleteInChunks, settleBy } from './deletion.ts';
import type { Progress } from './deletion-progress.tsx';
import { useDeletionSummary } from './use-deletion-summary.ts';
import type { Segments } from './use-segments.ts';

/** Deletes segments: off the screen at once, back if BigCommerce keeps them. One job after another. */
export function useDeletion({ refresh, confirm, dispatchPending }: Segments) {
  const { session, end } = useSession();
  const token = session?.token;
  const showAlert = useAlert();
  const summarize = useDeletionSummary();
  const [progress, setProgress] = useState<Progress>();
  const cancelled = useRef(false);
  const lastJob = useRef<Promise<void>>(Promise.resolve());

  const work = useCallback(
    async (targets: readonly Segment[]) => {
      if (token === undefined) return;
      const ids = targets.map(({ id }) => id);
      cancelled.current = false;
      setProgress({ done: 0, total: ids.length, cancelling: false });
      let tally = await deleteInChunks(ids, {
        send: (chunk) => callAction(() => deleteSegments(token, { ids: chunk })),
        isCancelled: () => cancelled.current,
        onProgress: (done) => setProgress((before) => before && { ...before, done }),
      });
      if (tally.failure?.code === 'session-ended') return end('ended');
      const deleted = new Set(tally.deleted);
      await confirm((segments) => segments.filter(({ id }) => !deleted.has(id)));
      if (tally.unknown.length + tally.failed.length > 0) {
        const present = await refresh();
        if (present) tally = settleBy(new Set(present.map(({ id }) => id)), tally);
      }
      dispatchPending({ type: 'settle', ids });
      setProgress(undefined);
      showAlert(summarize(tally, targets));
    },
    [token, end, confirm, refresh, dispatchPending, showAlert, summarize],
  );

  const run = useCallback(
    (targets: readonly Segment[]) => {
      dispatchPending({ type: 'remove', ids: targets.map(({ id }) => id) });
      lastJob.current = lastJob.current.then(() => work(targets));
    },
    [dispatchPending, work],
  );

  const cancel = useCallback(() => {
    cancelled.current = true;
    setProgress((before) => before && { ...before, cancelling: true });
  }, []);

  return { run, cancel, progress };
}
