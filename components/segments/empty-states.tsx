'use client';

import { useTranslations } from 'next-intl';
import type { ClientFailure } from '../api/client-failure.ts';
import { MessagePanel } from '../frame/message-panel.tsx';
import { useFailureMessage } from './failure-message.ts';

/** A store without segments. */
export function NothingYet({ onCreate }: { onCreate: () => void }) {
  const t = useTranslations('segments');
  return (
    <MessagePanel
      action={{ text: t('create'), onClick: onCreate }}
      text={t('empty.text')}
      title={t('empty.title')}
    />
  );
}

export function NothingFound({ search, onClear }: { search: string; onClear: () => void }) {
  const t = useTranslations('segments');
  return (
    <MessagePanel
      action={{ text: t('clearSearch'), onClick: onClear }}
      text={t('nothingFound.text', { search: search.trim() })}
      title={t('nothingFound.title')}
    />
  );
}

/** BigCommerce does not let the list be read, or it could not be reached. */
export function NothingRead({ failure, onRetry }: { failure: ClientFailure; onRetry: () => void }) {
  const t = useTranslations('segments');
  const failureMessage = useFailureMessage();
  const { code } = failure;
  const isRefusal = code === 'not-permitted' || code === 'reinstall-required';
  return (
    <MessagePanel
      action={{ text: t('retry'), onClick: onRetry }}
      text={failureMessage(failure)}
      title={t(`blocked.${isRefusal ? code : 'other'}`)}
    />
  );
}
