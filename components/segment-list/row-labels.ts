'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { isolated } from '@/lib/i18n/shown-text.ts';

/** The accessible names of a row's controls, from the name of its segment. */
export interface RowLabels {
  select: (name: string) => string;
  menu: (name: string) => string;
  countAgain: (name: string) => string;
}

/** Takes the place of the segment's name in a formatted text. */
const placeholder = '\u0000';

/** Formats each text once and inserts each row's name, because formatting is the slow part. */
export function useRowLabels(): RowLabels {
  const t = useTranslations('segments');
  return useMemo(
    () => ({
      select: template(t('selection.row', { name: placeholder })),
      menu: template(t('menu.label', { name: placeholder })),
      countAgain: template(t('shoppers.again', { name: placeholder })),
    }),
    [t],
  );
}

function template(text: string): (name: string) => string {
  const parts = text.split(placeholder);
  return (name) => parts.join(isolated(name));
}
