'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { focusHeading } from '../shell/focus-heading.ts';
import { MessagePage } from '../shell/message-page.tsx';

interface Props {
  loggedOut: boolean;
  /** Says what the user typed and did not save; undefined if there is nothing. */
  unsaved: string | undefined;
}

/** Takes the place of the screen once the session is over. */
export function SessionEnded({ loggedOut, unsaved = '' }: Props) {
  const t = useTranslations('session');
  useEffect(focusHeading, []);
  if (loggedOut) return <MessagePage heading={t('loggedOutTitle')} message={t('loggedOutText')} />;
  return (
    <MessagePage
      heading={t('endedTitle')}
      message={unsaved ? t('endedUnsaved', { unsaved }) : t('endedText')}
    />
  );
}
