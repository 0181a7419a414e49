import type { useFormatter } from 'next-intl';
import type { ReactElement } from 'react';

/**
 * A time in words, with the exact time as a tooltip; null if it is not a time. This is a function
 * and no component, because a list shows one in each of many rows.
 * @param iso ISO 8601
 */
export function timeInWords(
  iso: string,
  format: ReturnType<typeof useFormatter>,
  inWords: (date: Date) => string,
): ReactElement | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  // Node and the browser may have different locale data, so their texts may differ.
  return (
    <time
      dateTime={iso}
      suppressHydrationWarning
      title={format.dateTime(date, { dateStyle: 'long', timeStyle: 'short' })}
    >
      {inWords(date)}
    </time>
  );
}
