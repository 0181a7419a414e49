'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import type { Ended } from './change-queue.ts';

interface Names {
  customer: string;
  segment: (id: string) => string;
}

/**
 * Reports how changes ended: as text beside the checklist if they were made, otherwise as an alert.
 */
export function useChangeReport({ customer, segment: nameOf }: Names) {
  const t = useTranslations('customer.outcome');
  const failureMessage = useFailureMessage();
  const showAlert = useAlert();
  const [outcome, setOutcome] = useState('');

  const report = useCallback(
    (ended: Ended) => {
      const names = { name: customer, segment: isolated(nameOf(ended.segmentId)) };
      if (ended.status === 'done') {
        setOutcome(t(ended.on ? 'added' : 'removed', names));
        return;
      }
      const { failure, others } = ended;
      const isGone = failure.code === 'not-found';
      const words = [t(`${ended.status}.${ended.on ? 'added' : 'removed'}`, names)];
      words.push(isGone ? t('gone') : failureMessage(failure));
      if (ended.status === 'unknown') words.push(t('check'));
      if (others > 0) words.push(t('others', { count: others }));
      setOutcome('');
      showAlert({ type: 'error', text: words.join(' ') });
    },
    [customer, nameOf, t, failureMessage, showAlert],
  );
  return { outcome, report };
}
