'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

/** What a row's controls are called, given the name of its segment. */
export interface RowLabels {
  select: (name: string) => string;
  menu: (name: string) => string;
  countAgain: (name: string) => string;
}

/** Stands for the name while a text is made. */
const placeholder = '\u0000';

/** Each text is made once and filled in for every row: making it is most of its cost. */
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
  return (name) => parts.join(name);
}
