'use client';

import { useTranslations } from 'next-intl';
import type { ClientFailure } from './client-failure.ts';
import { useFailureMessage } from './failure-message.ts';
import { RetryNotice } from './retry-notice.tsx';

interface Props {
  /** Undefined while the list is up to date. */
  failure: ClientFailure | undefined;
  onRetry: () => void;
}

/** Above a list that could not be refreshed. */
export function StaleNotice({ failure, onRetry }: Props) {
  const t = useTranslations('failures');
  const failureMessage = useFailureMessage();
  const text = failure && [t('stale'), failureMessage(failure)].join(' ');
  return <RetryNotice onRetry={onRetry} text={text} />;
}
