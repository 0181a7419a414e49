'use client';

import { useTranslations } from 'next-intl';
import { JobProgress } from '../bulk/job-progress.tsx';
import type { Edit } from './pending-changes.ts';

const progress = { done: 0, total: 1, cancelling: false };

/** Says that a change which is shown already has not been confirmed yet. */
export function SavingProgress({ edit }: { edit: Edit }) {
  const t = useTranslations('segments.form');
  return <JobProgress progress={progress} text={t('saving', { name: edit.name })} />;
}
