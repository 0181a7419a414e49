'use client';

import { useTranslations } from 'next-intl';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { JobProgress } from '../jobs/job-progress.tsx';
import type { SegmentChanges } from './segment-changes.ts';

const progress = { done: 0, total: 1, cancelling: false };

/** Says that a change on the screen is not confirmed yet. */
export function SavingProgress({ edits }: Pick<SegmentChanges['overlay'], 'edits'>) {
  const t = useTranslations('segments.form');
  const [edit] = edits.values();
  return (
    edit && <JobProgress progress={progress} text={t('saving', { name: isolated(edit.name) })} />
  );
}
