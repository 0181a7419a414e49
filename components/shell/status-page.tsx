'use client';

import { Panel } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import type messages from '@/lib/i18n/en.json';
import { MessagePanel } from '../ui/message-panel.tsx';
import { Page } from './page.tsx';

interface Props {
  page: keyof (typeof messages)['shell']['status'];
  /** Offer to load the page again. */
  reload?: boolean;
}

/** A page that holds a message and nothing else, such as that an address leads nowhere. */
export function StatusPage({ page, reload = false }: Props) {
  const t = useTranslations('shell');
  return (
    <Page>
      <Panel>
        <MessagePanel
          level="h1"
          action={reload ? { text: t('reload'), onClick: () => location.reload() } : undefined}
          message={t(`status.${page}.text`)}
          heading={t(`status.${page}.title`)}
        />
      </Panel>
    </Page>
  );
}
