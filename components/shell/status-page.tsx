'use client';

import { Panel } from '@bigcommerce/big-design';

import { useTranslations } from 'next-intl';
import type messages from '../../lib/i18n/en.json';
import { MessagePanel } from '../ui/message-panel.tsx';
import { Page } from './page.tsx';

interface Props {
  page: keyof (typeof messages)['status'];
  /** Offer to load the page again. */
  reload?: boolean;
}

/** A page that only says something: there is nothing here, or something went wrong. */
export function StatusPage({ page, reload = false }: Props) {
  const t = useTranslations();
  return (
    <Page>
      <Panel>
        <MessagePanel
          level="h1"
          action={
            reload ? { text: t('segments.reload'), onClick: () => location.reload() } : undefined
          }
          text={t(`status.${page}.text`)}
          title={t(`status.${page}.title`)}
        />
      </Panel>
    </Page>
  );
}
