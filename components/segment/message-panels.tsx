'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ClientFailure } from '../api/client-failure.ts';
import { MessagePanel } from '../frame/message-panel.tsx';
import { useFailureMessage } from '../segments/failure-message.ts';
import { listAddress } from '../segments/list-address.ts';

/** A segment without shoppers. */
export function NobodyYet({ onAdd }: { onAdd: () => void }) {
  const t = useTranslations('segment');
  return (
    <MessagePanel
      action={{ text: t('addShoppers'), onClick: onAdd }}
      text={t('empty.text')}
      title={t('empty.title')}
    />
  );
}

/** The store has no such segment. */
export function SegmentGone({ storeHash }: { storeHash: string }) {
  const t = useTranslations('segment.gone');
  const router = useRouter();
  return (
    <MessagePanel
      action={{ text: t('back'), onClick: () => router.push(listAddress(storeHash)) }}
      text={t('text')}
      title={t('title')}
    />
  );
}

interface FailureProps {
  failure: ClientFailure;
  onRetry: () => void;
}

/** BigCommerce does not let the shoppers be read, or it could not be reached. */
export function ShoppersNotRead({ failure, onRetry }: FailureProps) {
  const t = useTranslations();
  const failureMessage = useFailureMessage();
  const { code } = failure;
  const isRefusal = code === 'not-permitted' || code === 'reinstall-required';
  return (
    <MessagePanel
      action={{ text: t('segments.retry'), onClick: onRetry }}
      text={failureMessage(failure)}
      title={t(`segment.blocked.${isRefusal ? code : 'other'}`)}
    />
  );
}

export function SearchFailed({ failure, onRetry }: FailureProps) {
  const t = useTranslations();
  const failureMessage = useFailureMessage();
  return (
    <MessagePanel
      action={{ text: t('segments.retry'), onClick: onRetry }}
      text={failureMessage(failure)}
      title={t('segment.find.failed')}
    />
  );
}

interface NobodyFoundProps {
  search: string;
  /** Not all of the store's matches were looked at. */
  more: boolean;
  onClear: () => void;
}

export function NobodyFound({ search, more, onClear }: NobodyFoundProps) {
  const t = useTranslations('segment.find');
  return (
    <MessagePanel
      action={{ text: t('clear'), onClick: onClear }}
      text={more ? t('nothingYet') : t('nothingText', { search: search.trim() })}
      title={t('nothingTitle')}
    />
  );
}
