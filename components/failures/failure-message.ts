'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isolated } from '@/lib/i18n/shown-text.ts';
import type { ClientFailure } from './client-failure.ts';

/**
 * Puts a failure into words: what happened, BigCommerce's reason, and what to do next. A caller
 * that can say more exactly what happened passes it as `what`.
 */
export function useFailureMessage(): (failure: ClientFailure, what?: string) => string {
  const t = useTranslations('failures');
  return useCallback(
    (failure: ClientFailure, what = t(failure.code)) => {
      const words = [what];
      if (failure.detail) words.push(t('detail', { detail: isolated(failure.detail) }));
      if (failure.code === 'rate-limited') {
        const seconds = failure.retryAfterSeconds;
        words.push(seconds ? t('retryIn', { seconds }) : t('retrySoon'));
      }
      return words.join(' ');
    },
    [t],
  );
}
