'use client';

import { createFormatter, useLocale } from 'next-intl';
import { useMemo, useSyncExternalStore } from 'react';

/**
 * Formats dates and numbers for the user's locale and the browser's time zone. The server can't
 * know the time zone: it renders UTC, and each component corrects itself after hydration. If a
 * provider above told them the time zone, React would render late streamed parts anew instead of
 * hydrating them.
 */
export function useLocalFormatter(): ReturnType<typeof createFormatter> {
  const locale = useLocale();
  const timeZone = useSyncExternalStore(unchanging, browserTimeZone, () => 'UTC');
  return useMemo(() => createFormatter({ locale, timeZone }), [locale, timeZone]);
}

const unchanging = () => () => {};

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
