'use client';

import { useCallback } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { callAction } from '../api-client/call-action.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { pause } from '../jobs/pause.ts';
import { useOutdateCounts } from '../segments/use-shopper-counts.ts';
import { useKeptState } from '../session/use-kept-state.ts';
import { addMatchingShoppers, addShoppers } from '../shoppers/actions.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { runAddJob } from './add-job.ts';
import { type AddJob, type AddTally, isGone, size } from './adding-state.ts';
import { useAddingSummary } from './use-adding-summary.ts';

export interface AddJobState {
  done: number;
  total: number;
  /** When the wait for the request limit ends, in milliseconds of the browser's clock. */
  waitsUntil?: number | undefined;
  stop: AbortController;
}

/** The state of adding shoppers to a segment; it outlives the panel. */
interface Adding {
  chosen: readonly Customer[];
  job?: AddJobState | undefined;
  /** How the last job ended, while the panel shows it. */
  ended?: AddTally | undefined;
  isOpen: boolean;
}

export interface Reports {
  /** Called whenever the segment may hold more shoppers than before. */
  onChanged: () => void;
  /** Resolves to whether a failure means that the segment is gone; then it has been reported. */
  reportGone: (failure: ClientFailure | undefined) => Promise<boolean>;
}

const nothing: Adding = { chosen: [], isOpen: false };

/**
 * Adds shoppers, one job at a time. A job continues while the panel is closed and then reports its
 * end in an alert; an open panel shows who was not added.
 */
export function useAdding(
  segment: { id: string; name: string },
  { onChanged, reportGone }: Reports,
) {
  const { id: segmentId, name: segmentName } = segment;
  const { token, endIfOver } = useActionSession();
  const showAlert = useAlert();
  const summarize = useAddingSummary();
  const outdateCounts = useOutdateCounts();
  const [adding, change] = useKeptState(`adding to ${segmentId}`, nothing);

  const start = useCallback(
    async (job: AddJob): Promise<AddTally | undefined> => {
      if (token === undefined) return;
      const total = size(job);
      const stop = new AbortController();
      let hasStarted = false;
      change((before) => {
        hasStarted = !before.job;
        return hasStarted ? { ...before, ended: undefined, job: { done: 0, total, stop } } : before;
      });
      if (!hasStarted) return;
      const reportChange = () => {
        outdateCounts([segmentId]);
        onChanged();
      };
      const updateJob = (update: Partial<AddJobState>) =>
        change((before) => ({ ...before, job: before.job && { ...before.job, ...update } }));
      const tally = await runAddJob(job, {
        addThese: (customerIds) => callAction(() => addShoppers(token, { segmentId, customerIds })),
        addMatching: ({ filter, offset }) =>
          callAction(() => addMatchingShoppers(token, { segmentId, filter, offset })),
        isCancelled: () => stop.signal.aborted,
        onProgress: (done) => {
          updateJob({ done });
          if (done < total) reportChange();
        },
        wait: async (seconds) => {
          updateJob({ waitsUntil: Date.now() + seconds * 1_000 });
          await pause(seconds * 1_000, stop.signal);
          updateJob({ waitsUntil: undefined });
        },
      });
      if (endIfOver(tally.failure)) return;
      if (await reportGone(tally.failure)) {
        change(() => nothing);
        return;
      }
      const summary = summarize(tally, segmentName);
      const settled = new Set([
        ...tally.inNow,
        ...tally.notAdded.filter(isGone).map(({ id }) => id),
      ]);
      let isSeen = false;
      change(({ chosen, isOpen }) => {
        isSeen = isOpen && summary.type !== 'success';
        return {
          isOpen,
          chosen: chosen.filter(({ id }) => !settled.has(id)),
          ended: tally,
        };
      });
      if (!isSeen) showAlert(summary);
      reportChange();
      return tally;
    },
    [
      token,
      segmentId,
      segmentName,
      change,
      summarize,
      showAlert,
      outdateCounts,
      onChanged,
      reportGone,
      endIfOver,
    ],
  );

  const cancel = useCallback(() => {
    change((before) => {
      before.job?.stop.abort();
      return { ...before };
    });
  }, [change]);

  const choose = useCallback(
    (customer: Customer, on: boolean) =>
      change((before) => {
        const others = before.chosen.filter(({ id }) => id !== customer.id);
        return { ...before, chosen: on ? [...others, customer] : others };
      }),
    [change],
  );
  const setOpen = useCallback(
    (isOpen: boolean) =>
      change((before) => ({ ...before, isOpen, ended: isOpen ? before.ended : undefined })),
    [change],
  );
  return { ...adding, start, cancel, choose, setOpen };
}
