'use client';

import { useCallback } from 'react';
import type { Membership } from '@/lib/bigcommerce/members-among.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import { useReader } from '../api-client/use-reader.ts';
import { clientFailure } from '../failures/client-failure.ts';
import type { Job, JobControl } from '../jobs/use-job.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { fetchMembers, memberIdsPageIn } from './fetch-members.ts';
import type { ReportGone } from './use-gone-report.ts';
import { useRemovalSummary } from './use-removal-summary.ts';

interface Options {
  segmentId: string;
  job: Job;
  reportGone: ReportGone;
  /** Removes these members and reports the outcome. */
  work: (members: readonly Membership[], control: JobControl) => Promise<void>;
  onChanged: () => void;
}

/**
 * Removes everybody who is in the segment when the user confirms, and nobody who is added later. If
 * there are more by then than the user agreed to, nobody is removed.
 */
export function useRemoveAll({ segmentId, job, reportGone, work, onChanged }: Options) {
  const { endIfOver } = useActionSession();
  const read = useReader(memberIdsPageIn);
  const showAlert = useAlert();
  const summarize = useRemovalSummary();

  const run = useCallback(
    async (total: number, control: JobControl) => {
      const nobody = { total, removed: 0, kept: total, unknown: 0, cancelled: false };
      let members: readonly Membership[];
      try {
        members = await fetchMembers({ read, segmentId });
      } catch (error) {
        const failure = clientFailure(error);
        if (endIfOver(failure) || (await reportGone(failure))) return;
        showAlert(summarize({ ...nobody, failure }));
        return;
      }
      if (members.length <= total) return work(members, control);
      showAlert(summarize({ ...nobody, kept: members.length, hasGrown: true, failure: undefined }));
      onChanged();
    },
    [segmentId, read, endIfOver, reportGone, showAlert, summarize, work, onChanged],
  );

  return useCallback(
    (total: number) => job.run(total, (control) => run(total, control)),
    [job.run, run],
  );
}
