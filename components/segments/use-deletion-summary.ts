'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import type { Tally } from '../jobs/in-chunks.ts';
import type { Alert } from '../ui/alert-card.tsx';

/**
 * Returns a function that sums up a deletion: how many are deleted, and what to do about the rest.
 */
export function useDeletionSummary(): (tally: Tally<string>, targets: readonly Segment[]) => Alert {
  const t = useTranslations('segments.outcome');
  const failureMessage = useFailureMessage();
  return useCallback(
    (tally, targets) => {
      const count = tally.done.length;
      const total = targets.length;
      const [only] = targets;
      if (count === total) {
        const text =
          total === 1 && only
            ? t('deletedOne', { name: isolated(only.name) })
            : t('deletedMany', { count });
        return { type: 'success', text };
      }
      const kept = tally.failed.length + tally.left.length;
      const sentences = [count === 0 ? t('deletedNone') : t('deletedSome', { count, total })];
      if (tally.cancelled) sentences.push(t('cancelled'));
      if (tally.failure) sentences.push(failureMessage(tally.failure));
      if (kept > 0) sentences.push(t('kept', { count: kept }));
      if (tally.unknown.length > 0) sentences.push(t('unknown', { count: tally.unknown.length }));
      return { type: tally.failure ? 'error' : 'warning', text: sentences.join(' ') };
    },
    [t, failureMessage],
  );
}
