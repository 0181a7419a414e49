'use client';

import type { useFormatter } from 'next-intl';
import { ageInWords } from '../shell/age-in-words.ts';
import { useNow } from './use-now.ts';

interface Props {
  iso: string;
  format: ReturnType<typeof useFormatter>;
}

/** A relative time, with the exact time as a tooltip. */
export function UpdatedAt({ iso, format }: Props) {
  const now = useNow();
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  // Node and the browser may have different locale data, so their texts may differ.
  return (
    <time
      dateTime={iso}
      suppressHydrationWarning
      title={format.dateTime(date, { dateStyle: 'long', timeStyle: 'short' })}
    >
      {ageInWords(format, date, now)}
    </time>
  );
}
