'use client';

import { isTimeZone } from '@/lib/i18n/time-zone.ts';
import { useSession } from './session-context.ts';

/** The time zone in which the store counts days; UTC if it is unknown. */
export function useStoreTimeZone(): string {
  const timeZone = useSession().session?.store.timeZone;
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC';
}
