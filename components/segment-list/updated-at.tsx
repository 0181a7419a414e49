'use client';

import { ageInWords } from '../shell/age-in-words.ts';
import { type LocalFormatter, timeInWords } from '../ui/time-in-words.tsx';
import { useNow } from './use-now.ts';

interface Props {
  iso: string;
  format: LocalFormatter;
}

/** A relative time, with the exact time as a tooltip. */
export function UpdatedAt({ iso, format }: Props) {
  const now = useNow();
  return timeInWords(iso, format, (date) => ageInWords(format, date, now));
}
