'use client';

import { createFormatter, useLocale } from 'next-intl';
import { useMemo, useSyncExternalStore } from 'react';

/**
 * Dates and numbers in the user's locale and the browser's time zone. The server can't know the
 * zone: it renders UTC, and each part of the page sets itself right once it is hydrated. Told from
 * above, what streams in late would be rendered anew instead of being hydrated.
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
