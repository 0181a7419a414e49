'use client';

import { useCallback } from 'react';
import { callAction } from '../api-client/call-action.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import type { Job, JobControl } from '../jobs/use-job.ts';
import { removeAllShoppers } from '../shoppers/actions.ts';
import { useOutdateCounts } from '../shoppers/use-shopper-counts.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { removeInSteps } from './remove-in-steps.ts';
import type { ReportGone } from './use-gone-report.ts';
import { useRemovalSummary } from './use-removal-summary.ts';
import type { Shoppers } from './use-shoppers.ts';

interface Options {
  segmentId: string;
  shoppers: Shoppers;
  job: Job;
  reportGone: ReportGone;
  onRemovedAll: () => void;
}

/** Removes as many shoppers as the segment had when the user confirmed. */
export function useRemoveAll({ segmentId, shoppers, job, reportGone, onRemovedAll }: Options) {
  const { token, endIfOver } = useActionSession();
  const showAlert = useAlert();
  const summarize = useRemovalSummary();
  const outdateCounts = useOutdateCounts();
  const { refresh } = shoppers;

  const work = useCallback(
    async (total: number, control: JobControl) => {
      if (token === undefined) return;
      const { unknown, ...outcome } = await removeInSteps(total, {
        ...control,
        send: (atMost) => callAction(() => removeAllShoppers(token, { segmentId, atMost })),
      });
      if (endIfOver(outcome.failure) || (await reportGone(outcome.failure))) return;
      outdateCounts([segmentId]);
      const { data: page } = await refresh();
      onRemovedAll();
      // How many are left now shows what a step without an answer removed.
      const removed =
        unknown && page ? Math.max(outcome.removed, total - page.total) : outcome.removed;
      const isUnknown = unknown && !page;
      showAlert(
        summarize({
          total,
          removed,
          kept: isUnknown ? 0 : Math.min(total - removed, page?.total ?? total),
          unknown: isUnknown ? total - removed : 0,
          cancelled: outcome.cancelled,
          failure: outcome.failure,
        }),
      );
    },
    [
      token,
      endIfOver,
      reportGone,
      segmentId,
      outdateCounts,
      refresh,
      onRemovedAll,
      showAlert,
      summarize,
    ],
  );

  return useCallback(
    (total: number) => job.run(total, (control) => work(total, control)),
    [job.run, work],
  );
}
