'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ClientFailure } from '../failures/client-failure.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import type { Alert } from '../ui/alert-card.tsx';

export interface Removal {
  total: number;
  removed: number;
  /** How many are still in the segment. */
  kept: number;
  /** How many may still be in the segment, because that could not be read. */
  unknown: number;
  cancelled: boolean;
  /** Nobody was removed, because the segment has more members than the user agreed to remove. */
  hasGrown?: boolean;
  failure: ClientFailure | undefined;
  /** The shopper's name, if only one was to be removed. */
  name?: string | undefined;
}

/**
 * Returns a function that sums up a removal: how many were removed, and what to do about the rest.
 */
export function useRemovalSummary(): (removal: Removal) => Alert {
  const t = useTranslations('segment.outcome');
  const failureMessage = useFailureMessage();
  return useCallback(
    ({ total, removed, kept, unknown, cancelled, hasGrown, failure, name }) => {
      if (kept === 0 && unknown === 0) {
        const text =
          name === undefined ? t('removedMany', { count: removed }) : t('removedOne', { name });
        return { type: 'success', text };
      }
      const sentences = [
        removed === 0 ? t('removedNone') : t('removedSome', { count: removed, total }),
      ];
      if (hasGrown) sentences.push(t('hasGrown'));
      if (cancelled) sentences.push(t('cancelled'));
      if (failure) sentences.push(failureMessage(failure));
      if (kept > 0) sentences.push(t('kept', { count: kept }));
      if (unknown > 0) sentences.push(t('unknown', { count: unknown }));
      return { type: failure ? 'error' : 'warning', text: sentences.join(' ') };
    },
    [t, failureMessage],
  );
}
