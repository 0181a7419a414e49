'use client';

import { useTranslations } from 'next-intl';
import type messages from '@/lib/i18n/en.json';
import { MessagePage } from './message-page.tsx';

interface Props {
  page: keyof (typeof messages)['shell']['status'];
  /** Offer to load the page again. */
  reload?: boolean;
}

/** Says why an address shows no screen, such as that it leads nowhere. */
export function StatusPage({ page, reload = false }: Props) {
  const t = useTranslations('shell');
  return (
    <MessagePage
      action={reload ? { text: t('reload'), onClick: () => location.reload() } : undefined}
      heading={t(`status.${page}.title`)}
      message={t(`status.${page}.text`)}
    />
  );
}
