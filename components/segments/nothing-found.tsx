'use client';

import { useTranslations } from 'next-intl';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { MessagePanel } from '../ui/message-panel.tsx';

/** Shown if no segment matches the search. */
export function NothingFound({ search, onClear }: { search: string; onClear: () => void }) {
  const t = useTranslations('segments');
  return (
    <MessagePanel
      action={{ text: t('clearSearch'), onClick: onClear }}
      message={t('nothingFound.text', { search: isolated(search.trim()) })}
      heading={t('nothingFound.title')}
    />
  );
}
