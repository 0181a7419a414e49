'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ClientFailure } from '../failures/client-failure.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import type { Alert } from '../ui/alert-card.tsx';

export interface Removal {
  total: number;
  removed: number;
  /** Still in the segment. */
  kept: number;
  /** Whether they are still in the segment could not be read. */
  unknown: number;
  cancelled: boolean;
  failure: ClientFailure | undefined;
  /** The name of the one shopper that it was about. */
  name?: string | undefined;
}

/** Says who was removed, what stands now and what to do about the rest. */
export function useRemovalSummary(): (removal: Removal) => Alert {
  const t = useTranslations('segment.outcome');
  const failureMessage = useFailureMessage();
  return useCallback(
    ({ total, removed, kept, unknown, cancelled, failure, name }) => {
      if (kept === 0 && unknown === 0) {
        const text =
          name === undefined ? t('removedMany', { count: removed }) : t('removedOne', { name });
        return { type: 'success', text };
      }
      const sentences = [
        removed === 0 ? t('removedNone') : t('removedSome', { count: removed, total }),
      ];
      if (cancelled) sentences.push(t('cancelled'));
      if (failure) sentences.push(failureMessage(failure));
      if (kept > 0) sentences.push(t('kept', { count: kept }));
      if (unknown > 0) sentences.push(t('unknown', { count: unknown }));
      return { type: failure ? 'error' : 'warning', text: sentences.join(' ') };
    },
    [t, failureMessage],
  );
}
