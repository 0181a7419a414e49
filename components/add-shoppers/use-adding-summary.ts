'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import type { Alert } from '../ui/alert-card.tsx';
import { type AddTally, countLeft } from './adding-state.ts';

/**
 * Returns a function that sums up a job: how many were added, were in already, failed or are left.
 */
export function useAddingSummary(): (tally: AddTally, segmentName: string) => Alert {
  const t = useTranslations('adding.outcome');
  const failureMessage = useFailureMessage();
  return useCallback(
    (tally, segment) => {
      const { added, alreadyIn, notAdded, left, cancelled, hasUnknown, failure } = tally;
      const sentences = [t('added', { count: added, segment: isolated(segment) })];
      if (alreadyIn > 0) sentences.push(t('alreadyIn', { count: alreadyIn }));
      const unknown = notAdded.filter(({ status }) => status === 'unknown').length;
      const failed = notAdded.length - unknown;
      if (failed > 0) sentences.push(t('failed', { count: failed }));
      if (unknown > 0) sentences.push(t('unknown', { count: unknown }));
      if (cancelled) sentences.push(t('cancelled'));
      // The reasons of single customers are shown beside their names instead.
      if (failure && left) sentences.push(failureMessage(failure));
      if (left) sentences.push(t('left', { count: countLeft(tally) }));
      if (hasUnknown) sentences.push(t('lastUnknown'));
      const isComplete = !left && notAdded.length === 0;
      if (isComplete) return { type: 'success', text: sentences.join(' ') };
      return { type: failure ? 'error' : 'warning', text: sentences.join(' ') };
    },
    [t, failureMessage],
  );
}
