'use client';

import { useTranslations } from 'next-intl';
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
