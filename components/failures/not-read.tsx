'use client';

import { useTranslations } from 'next-intl';
import { MessagePanel } from '../ui/message-panel.tsx';
import type { ClientFailure } from './client-failure.ts';
import { useFailureMessage } from './failure-message.ts';

interface Props {
  failure: ClientFailure;
  /** What could not be read, unless BigCommerce lets the app read nothing at all. */
  title: string;
  onRetry: () => void;
}

/** In place of what BigCommerce does not let be read, or what could not be reached. */
export function NotRead({ failure, title, onRetry }: Props) {
  const t = useTranslations('failures');
  const failureMessage = useFailureMessage();
  const { code } = failure;
  const isRefusal = code === 'not-permitted' || code === 'reinstall-required';
  return (
    <MessagePanel
      action={{ text: t('retry'), onClick: onRetry }}
      message={failureMessage(failure)}
      heading={isRefusal ? t(`refused.${code}`) : title}
    />
  );
}
