'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ClientFailure } from '../api/client-failure.ts';

/** Puts a failure into words: what happened, BigCommerce's own words, and what to do next. */
export function useFailureMessage(): (failure: ClientFailure) => string {
  const t = useTranslations('failure');
  return useCallback(
    (failure: ClientFailure) => {
      const words = [t(failure.code)];
      if (failure.detail) words.push(t('detail', { detail: failure.detail }));
      if (failure.code === 'rate-limited') {
        const seconds = failure.retryAfterSeconds;
        words.push(seconds ? t('retryIn', { seconds }) : t('retrySoon'));
      }
      return words.join(' ');
    },
    [t],
  );
}
