'use client';

import { useTranslations } from 'next-intl';
import { MessagePanel } from '../ui/message-panel.tsx';
import { type ClientFailure, isRefusal } from './client-failure.ts';
import { useFailureMessage } from './failure-message.ts';

interface Props {
  failure: ClientFailure;
  /** Says what could not be read. Not shown if BigCommerce refuses the app as a whole. */
  title: string;
  onRetry: () => void;
}

/** Takes the place of content that could not be read: says why, and offers to try again. */
export function NotRead({ failure, title, onRetry }: Props) {
  const t = useTranslations('failures');
  const failureMessage = useFailureMessage();
  const { code } = failure;
  return (
    <MessagePanel
      action={{ text: t('retry'), onClick: onRetry }}
      message={failureMessage(failure)}
      heading={isRefusal(code) ? t(`refused.${code}`) : title}
    />
  );
}
