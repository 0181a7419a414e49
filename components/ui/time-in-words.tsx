import type { useFormatter } from 'next-intl';
import type { ReactElement } from 'react';

/** Formats for the user's locale, which it names: the page's language may be another. */
export type LocalFormatter = ReturnType<typeof useFormatter> & { locale: string };

/**
 * A time in words, with the exact time as a tooltip; null if it is not a time. This is a function
 * and no component, because a list shows one in each of many rows.
 * @param iso ISO 8601
 * @param timeZone of the tooltip, which then names it; by default the formatter's
 */
export function timeInWords(
  iso: string,
  format: LocalFormatter,
  inWords: (date: Date) => string,
  timeZone?: string,
): ReactElement | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  const exact = format.dateTime(date, {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(timeZone !== undefined && { timeZone }),
  });
  // Node and the browser may have different locale data, so their texts may differ.
  return (
    <time
      dateTime={iso}
      dir="auto"
      lang={format.locale}
      suppressHydrationWarning
      title={timeZone === undefined ? exact : `${exact} (${timeZone})`}
    >
      {inWords(date)}
    </time>
  );
}
