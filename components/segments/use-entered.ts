'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Edit } from './pending-changes.ts';

/** Says what a form held, where the form can't be shown again. */
export function useEntered(): (edit: Edit) => string {
  const t = useTranslations('segments.form');
  return useCallback(
    ({ name, description }) =>
      t('entered', { name, description, described: String(description !== '') }),
    [t],
  );
}
