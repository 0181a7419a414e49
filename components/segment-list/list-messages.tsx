'use client';

import { useTranslations } from 'next-intl';
import type { ClientFailure } from '../failures/client-failure.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { RetryNotice } from '../failures/retry-notice.tsx';
import { MessagePanel } from '../ui/message-panel.tsx';

/** Shown if the store has no segments. */
export function NoSegmentsYet({ onCreate }: { onCreate: () => void }) {
  const t = useTranslations('segments');
  return (
    <MessagePanel
      action={{ text: t('create'), onClick: onCreate }}
      message={t('empty.text')}
      heading={t('empty.title')}
    />
  );
}

/** Above the list while BigCommerce does not let the app count shoppers. */
export function NotCounted(props: { failure: ClientFailure | undefined; onRetry: () => void }) {
  const { failure, onRetry } = props;
  const t = useTranslations('segments.shoppers');
  const failureMessage = useFailureMessage();
  const words = (refused: ClientFailure) =>
    refused.code === 'not-permitted'
      ? failureMessage(refused, t('notPermitted'))
      : t('failed', { reason: failureMessage(refused) });
  return <RetryNotice onRetry={onRetry} text={failure && words(failure)} />;
}
