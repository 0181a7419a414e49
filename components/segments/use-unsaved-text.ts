'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isolated } from '@/lib/i18n/shown-text.ts';
import type { SegmentEdit } from './segment-changes.ts';

/**
 * Returns a function that puts a form's unsaved changes into words; undefined if there are none.
 */
export function useUnsavedText(): (edit: SegmentEdit, saved: SegmentEdit) => string | undefined {
  const t = useTranslations('segments.form');
  return useCallback(
    ({ name, description }, saved) => {
      const changed = [
        ...(name === saved.name ? [] : ['name']),
        ...(description === saved.description ? [] : ['description']),
      ].join();
      if (!changed) return undefined;
      const shown = (text: string) => text && isolated(text);
      return t('unsaved', { name: shown(name), description: shown(description), changed });
    },
    [t],
  );
}
