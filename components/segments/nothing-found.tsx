'use client';

import { useTranslations } from 'next-intl';
import { MessagePanel } from '../ui/message-panel.tsx';

/** A store without segments. */
export function NothingYet({ onCreate }: { onCreate: () => void }) {
  const t = useTranslations('segments');
  return (
    <MessagePanel
      action={{ text: t('create'), onClick: onCreate }}
      message={t('empty.text')}
      heading={t('empty.title')}
    />
  );
}

export function NothingFound({ search, onClear }: { search: string; onClear: () => void }) {
  const t = useTranslations('segments');
  return (
    <MessagePanel
      action={{ text: t('clearSearch'), onClick: onClear }}
      message={t('nothingFound.text', { search: search.trim() })}
      heading={t('nothingFound.title')}
    />
  );
}
