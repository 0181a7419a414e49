'use client';

import { Panel } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { focusHeading } from '../shell/focus-heading.ts';
import { Page } from '../shell/page.tsx';
import { MessagePanel } from '../ui/message-panel.tsx';

interface Props {
  loggedOut: boolean;
  /** Says what the user typed and did not save; undefined if there is nothing. */
  unsaved: string | undefined;
}

/** Takes the place of the screen once the session is over. */
export function SessionEnded({ loggedOut, unsaved = '' }: Props) {
  const t = useTranslations('session');
  useEffect(focusHeading, []);
  return (
    <Page>
      <Panel>
        {loggedOut ? (
          <MessagePanel level="h1" message={t('loggedOutText')} heading={t('loggedOutTitle')} />
        ) : (
          <MessagePanel
            level="h1"
            message={unsaved ? t('endedUnsaved', { unsaved }) : t('endedText')}
            heading={t('endedTitle')}
          />
        )}
      </Panel>
    </Page>
  );
}
