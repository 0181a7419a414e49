'use client';

import { createFormatter, useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { catalogLocale } from '@/lib/i18n/locale.ts';
import { isRefusal } from '../failures/client-failure.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import type { KnownCount } from '../segments/known-counts.ts';
import { ageInWords } from '../shell/age-in-words.ts';
import { useNow } from './use-now.ts';

/** What a row shows of its segment's number of shoppers. */
export interface CountCell {
  text: string;
  /** How old the number is, or why there is none. */
  title: string;
  isMissing: boolean;
}

/** For dates in sentences, which have one language: a tooltip can't mark another. */
const inSentence = createFormatter({ locale: catalogLocale });

/** Formats the counts once for all rows. */
export function useCountCells(
  counts: ReadonlyMap<string, KnownCount>,
): ReadonlyMap<string, CountCell | undefined> {
  const t = useTranslations('segments.shoppers');
  const format = useFormatter();
  const failureMessage = useFailureMessage();
  const now = useNow();
  return useMemo(() => {
    const ages = new Map<string, string>();
    const age = (takenAt: string) => ageInWords(inSentence, new Date(takenAt), now);
    const asOf = (takenAt: string) => {
      const text = ages.get(takenAt) ?? t('asOf', { when: age(takenAt) });
      ages.set(takenAt, text);
      return text;
    };
    const cell = ({ total, takenAt, failure: last }: KnownCount): CountCell | undefined => {
      // What BigCommerce refuses for all segments alike is said once, above the list.
      const failure = last && isRefusal(last.code) ? undefined : last;
      const reason = failure ? failureMessage(failure) : '';
      if (total === undefined || takenAt === undefined) {
        if (!failure) return undefined;
        return { text: '–', title: t('failed', { reason }), isMissing: true };
      }
      const title = failure ? t('asOfFailed', { when: age(takenAt), reason }) : asOf(takenAt);
      return { text: format.number(total), title, isMissing: false };
    };
    return new Map([...counts].map(([id, count]) => [id, cell(count)]));
  }, [counts, t, format, failureMessage, now]);
}
