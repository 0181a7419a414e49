'use client';

import { useTranslations } from 'next-intl';
import { SEGMENTS_PER_DELETION } from '@/lib/limits/limits.ts';
import { JobProgress } from '../jobs/job-progress.tsx';
import { SavingProgress } from '../segments/saving-progress.tsx';
import type { SegmentChanges } from '../segments/segment-changes.ts';
import type { useDeletion } from '../segments/use-deletion.ts';
import type { Browsing } from './use-browsing.ts';

interface Props {
  deletion: ReturnType<typeof useDeletion>;
  sorting: Browsing['sorting'];
  edits: SegmentChanges['overlay']['edits'];
}

/** The progress of deleting, of counting for a sort, and of saving. */
export function ListProgress({ deletion, sorting, edits }: Props) {
  const t = useTranslations('segments');
  const { progress } = deletion;
  return (
    <>
      {progress && (
        <JobProgress
          onCancel={progress.total > SEGMENTS_PER_DELETION ? deletion.cancel : undefined}
          progress={progress}
          text={t('deletion.progress', { done: progress.done, total: progress.total })}
        />
      )}
      {sorting.progress && (
        <JobProgress
          onCancel={sorting.cancel}
          progress={sorting.progress}
          text={t('shoppers.counting', {
            done: sorting.progress.done,
            total: sorting.progress.total,
          })}
        />
      )}
      <SavingProgress edits={edits} />
    </>
  );
}
