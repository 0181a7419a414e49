'use client';

import { useCallback } from 'react';
import type { Membership } from '@/lib/bigcommerce/members-among.ts';
import { SHOPPERS_PER_REMOVAL } from '@/lib/limits/limits.ts';
import type { RemoveOutcome } from '@/lib/shoppers/remove-shoppers.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { callAction } from '../api-client/call-action.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import { useReader } from '../api-client/use-reader.ts';
import { type Outcome, settleBy, workInChunks } from '../jobs/in-chunks.ts';
import type { Job, JobControl } from '../jobs/use-job.ts';
import { useOutdateCounts } from '../segments/use-shopper-counts.ts';
import { removeShoppers } from '../shoppers/actions.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { fetchMembership, memberIdsIn } from './fetch-membership.ts';
import type { ReportGone } from './use-gone-report.ts';
import { useRemovalSummary } from './use-removal-summary.ts';
import { useShopperLabel } from './use-shopper-label.ts';
import type { Shoppers } from './use-shoppers.ts';

interface Options {
  segmentId: string;
  shoppers: Shoppers;
  job: Job;
  reportGone: ReportGone;
  /** Called with the profile ids of those who have been removed. */
  onRemoved: (profileIds: readonly string[]) => void;
}

/**
 * Returns `remove`, which removes shoppers: they leave the screen at once and come back if
 * BigCommerce keeps them. `work` is the same for members that are not all on the screen.
 */
export function useRemoval({ segmentId, shoppers, job, reportGone, onRemoved }: Options) {
  const { token, endIfOver } = useActionSession();
  const read = useReader(memberIdsIn);
  const showAlert = useAlert();
  const summarize = useRemovalSummary();
  const labelOf = useShopperLabel();
  const outdateCounts = useOutdateCounts();
  const { hide, settle, refresh } = shoppers;

  const work = useCallback(
    async (targets: readonly Membership[], control: JobControl, name?: string) => {
      if (token === undefined) return;
      const ids = targets.map(({ profileId }) => profileId);
      let tally = await workInChunks(ids, {
        ...control,
        chunkSize: SHOPPERS_PER_REMOVAL,
        send: (chunk) => sendRemoval(token, segmentId, chunk),
      });
      if (endIfOver(tally.failure)) return;
      if (await reportGone(tally.failure)) {
        await settle(ids, ids);
        return;
      }
      const notDone = new Set([...tally.failed, ...tally.unknown]);
      if (notDone.size > 0) {
        const asked = targets.filter(({ profileId }) => notDone.has(profileId));
        const present = await fetchMembership(asked, { read, segmentId });
        if (present) tally = settleBy(present, tally);
      }
      outdateCounts([segmentId]);
      await settle(ids, tally.done);
      onRemoved(tally.done);
      const { cancelled, failure } = tally;
      showAlert(
        summarize({
          total: ids.length,
          removed: tally.done.length,
          kept: tally.failed.length + tally.left.length,
          unknown: tally.unknown.length,
          cancelled,
          failure,
          name,
        }),
      );
      await refresh();
    },
    [
      token,
      endIfOver,
      read,
      segmentId,
      reportGone,
      outdateCounts,
      settle,
      refresh,
      onRemoved,
      showAlert,
      summarize,
    ],
  );

  const remove = useCallback(
    (targets: readonly Shopper[]) => {
      hide(targets.map(({ profileId }) => profileId));
      const [only] = targets;
      const name = targets.length === 1 && only ? labelOf(only) : undefined;
      return job.run(targets.length, (control) => work(targets, control, name));
    },
    [hide, job.run, work, labelOf],
  );
  return { remove, work };
}

async function sendRemoval(token: string, segmentId: string, profileIds: string[]) {
  const result = await callAction(() => removeShoppers(token, { segmentId, profileIds }));
  return result.ok ? { ...result, data: result.data.map(outcomeOf) } : result;
}

function outcomeOf(outcome: RemoveOutcome): Outcome<string> {
  const { profileId: id } = outcome;
  return outcome.status === 'removed' ? { id, status: 'done' } : { ...outcome, id };
}
