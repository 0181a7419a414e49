'use client';

import { NextIntlClientProvider } from 'next-intl';
import { type ReactNode, useSyncExternalStore } from 'react';
import { usableLocale } from '@/lib/segments/locale.ts';
import messages from '../messages/en.json';

interface Props {
  locale?: string | undefined;
  children: ReactNode;
}

/** Texts from the catalog; dates and numbers in the user's locale and the browser's time zone. */
export function Translations({ locale, children }: Props) {
  // The server can't know the time zone: it renders UTC, and hydration sets it right.
  const timeZone = useSyncExternalStore(unchanging, browserTimeZone, () => 'UTC');
  return (
    <NextIntlClientProvider locale={usableLocale(locale)} messages={messages} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  );
}

const unchanging = () => () => {};

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
