import type { useFormatter } from 'next-intl';

/**
 * How long ago a date was, in words. A date in the future, from a clock that is ahead of ours,
 * counts as now.
 */
export function ageInWords(format: ReturnType<typeof useFormatter>, date: Date, now: Date): string {
  return format.relativeTime(date, date > now ? date : now);
}
