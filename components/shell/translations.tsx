'use client';

import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import messages from '@/lib/i18n/en.json';
import { usableLocale } from '@/lib/i18n/locale.ts';

interface Props {
  locale?: string | undefined;
  children: ReactNode;
}

/** Provides the texts of the catalog in the user's locale. For dates, see `useLocalFormatter`. */
export function Translations({ locale, children }: Props) {
  return (
    <NextIntlClientProvider locale={usableLocale(locale)} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
