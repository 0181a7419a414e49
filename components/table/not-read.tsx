'use client';

import { useTranslations } from 'next-intl';
import type { ClientFailure } from '../api/client-failure.ts';
import { MessagePanel } from '../frame/message-panel.tsx';
import { useFailureMessage } from '../segments/failure-message.ts';

interface Props {
  failure: ClientFailure;
  /** What could not be read, unless BigCommerce lets the app read nothing at all. */
  title: string;
  onRetry: () => void;
}

/** In place of what BigCommerce does not let be read, or what could not be reached. */
export function NotRead({ failure, title, onRetry }: Props) {
  const t = useTranslations('segments');
  const failureMessage = useFailureMessage();
  const { code } = failure;
  const isRefusal = code === 'not-permitted' || code === 'reinstall-required';
  return (
    <MessagePanel
      action={{ text: t('retry'), onClick: onRetry }}
      text={failureMessage(failure)}
      title={isRefusal ? t(`blocked.${code}`) : title}
    />
  );
}
