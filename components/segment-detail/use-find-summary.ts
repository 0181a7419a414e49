'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Found } from './use-found.ts';

/** Returns a function that says how a search stands; undefined without a search. */
export function useFindSummary(): (found: Found) => string | undefined {
  const t = useTranslations('segment.find');
  return useCallback(
    ({ search, isSearch, shoppers, more }) => {
      if (!isSearch) return search.text.trim() ? t('hint') : undefined;
      if (search.isBusy || !shoppers) return search.failure ? '' : t('searching');
      return t(more ? 'foundMore' : 'found', { count: shoppers.length });
    },
    [t],
  );
}
