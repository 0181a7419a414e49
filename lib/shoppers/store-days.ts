const HOUR = 60 * 60 * 1_000;

/** Returns a function that gives the day of a time in a time zone, as YYYY-MM-DD. */
export function dayIn(timeZone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}

/**
 * The first millisecond of a day in a time zone. Clocks change on hours or half hours, and no zone
 * is further from UTC than 14 hours.
 * @param day YYYY-MM-DD
 */
export function startOfDay(day: string, timeZone: string): number {
  const dayOf = dayIn(timeZone);
  const midnight = Date.parse(day);
  for (let start = midnight - 14 * HOUR; ; start += HOUR / 4) {
    if (dayOf(start) >= day) return start;
  }
}
