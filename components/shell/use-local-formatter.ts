'use client';

import { createFormatter, useLocale } from 'next-intl';
import { useMemo, useSyncExternalStore } from 'react';
import type { LocalFormatter } from '../ui/time-in-words.tsx';

/**
 * Formats dates and numbers for the user's locale and the browser's time zone. The server can't
 * know the time zone: it renders UTC, and each component corrects itself after hydration. If a
 * provider above told them the time zone, React would render late streamed parts anew instead of
 * hydrating them.
 */
export function useLocalFormatter(): LocalFormatter {
  const locale = useLocale();
  const timeZone = useSyncExternalStore(unchanging, browserTimeZone, () => 'UTC');
  return useMemo(() => ({ ...createFormatter({ locale, timeZone }), locale }), [locale, timeZone]);
}

const unchanging = () => () => {};

let timeZoneOnce: string | undefined;

function browserTimeZone(): string {
  timeZoneOnce ??= usableTimeZone();
  return timeZoneOnce;
}

/** UTC if the browser does not know its zone; Chromium then names one that it does not accept. */
function usableTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
