'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isolated } from '@/lib/i18n/shown-text.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import type { SegmentState } from './use-segment.ts';

/** Resolves to whether the failure means that the segment is gone. If it does, an alert says so. */
export type ReportGone = (failure: ClientFailure | undefined) => Promise<boolean>;

/** Reads the segment after a failure `not-found`, so that its screen shows that it is gone. */
export function useGoneReport({ segment, reread }: SegmentState): ReportGone {
  const t = useTranslations('segment.gone');
  const showAlert = useAlert();
  const name = segment?.name ?? '';
  return useCallback(
    async (failure) => {
      if (failure?.code !== 'not-found') return false;
      const present = await reread();
      if (!present || present.size > 0) return false;
      showAlert({ type: 'error', text: t('alert', { name: isolated(name) }) });
      return true;
    },
    [name, reread, showAlert, t],
  );
}
