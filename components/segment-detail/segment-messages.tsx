'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { useListAddress } from '../segments/list-address.ts';
import { MessagePanel } from '../ui/message-panel.tsx';

/** Shown if the segment has no shoppers. */
export function NoShoppersYet({ onAdd }: { onAdd: () => void }) {
  const t = useTranslations('segment');
  return (
    <MessagePanel
      action={{ text: t('addShoppers'), onClick: onAdd }}
      message={t('empty.text')}
      heading={t('empty.title')}
    />
  );
}

/** Shown if the store has no such segment. */
export function SegmentGone() {
  const t = useTranslations('segment.gone');
  const router = useRouter();
  const listAddress = useListAddress();
  return (
    <MessagePanel
      action={{ text: t('back'), onClick: () => router.push(listAddress) }}
      message={t('text')}
      heading={t('title')}
    />
  );
}

interface NoShopperFoundProps {
  search: string;
  /** Whether the store has more matching customers than were read. */
  more: boolean;
  onClear: () => void;
}

export function NoShopperFound({ search, more, onClear }: NoShopperFoundProps) {
  const t = useTranslations('segment.find');
  return (
    <MessagePanel
      action={{ text: t('clear'), onClick: onClear }}
      message={more ? t('nothingYet') : t('nothingText', { search: isolated(search.trim()) })}
      heading={t('nothingTitle')}
    />
  );
}
