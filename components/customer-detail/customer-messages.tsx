'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { useListAddress } from '../segments/list-address.ts';
import { MessagePanel } from '../ui/message-panel.tsx';

/** Shown if the store has no such customer. */
export function CustomerGone() {
  return <ToList reason="gone" />;
}

/** Shown if the store has no segments. */
export function NoSegments() {
  return <ToList reason="noSegments" />;
}

function ToList({ reason }: { reason: 'gone' | 'noSegments' }) {
  const t = useTranslations(`customer.${reason}`);
  const router = useRouter();
  const listAddress = useListAddress();
  return (
    <MessagePanel
      action={{ text: t('open'), onClick: () => router.push(listAddress) }}
      message={t('text')}
      heading={t('title')}
    />
  );
}

interface NoneInsideProps {
  /** The search among the segments that the customer is in, or empty. */
  search: string;
  onShowAll: () => void;
}

/** Shown if the customer is in no segment, or in none that matches the search. */
export function NoneInside({ search, onShowAll }: NoneInsideProps) {
  const t = useTranslations('customer');
  const searched = search.trim();
  return searched ? (
    <MessagePanel
      action={{ text: t('nothingFound.searchAll'), onClick: onShowAll }}
      message={t('nothingFound.text', { search: isolated(searched) })}
      heading={t('nothingFound.title')}
    />
  ) : (
    <MessagePanel
      action={{ text: t('inNone.showAll'), onClick: onShowAll }}
      message={t('inNone.text')}
      heading={t('inNone.title')}
    />
  );
}
