'use client';

import { Panel } from '@bigcommerce/big-design';

import { useTranslations } from 'next-intl';
import { MessagePanel } from '../frame/message-panel.tsx';
import { Page } from '../frame/page.tsx';

/** In place of the screen once the session is over. */
export function SessionEnded({ loggedOut }: { loggedOut: boolean }) {
  const t = useTranslations('session');
  return (
    <Page>
      <Panel role="status">
        {loggedOut ? (
          <MessagePanel level="h1" text={t('loggedOutText')} title={t('loggedOutTitle')} />
        ) : (
          <MessagePanel level="h1" text={t('endedText')} title={t('endedTitle')} />
        )}
      </Panel>
    </Page>
  );
}
